/**
 * A node and its functions watched through Prometheus: a client of its HTTP API, raw samples around
 * a window, and the meter made of both.
 */
package io.github.edgewatt.profiler.measure.prometheus;
