/** Which metrics go with load and latency, how strongly and how much later. */
package io.github.edgewatt.profiler.correlate;
