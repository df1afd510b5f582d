/**
 * Every fault of a gateway, a Prometheus and a power meter that a run has to survive, and what the
 * user then sees and finds stored.
 */
package io.github.edgewatt.profiler.faults;
