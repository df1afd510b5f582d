/**
 * Counters and gauges over a window. Counters are differences of values interpolated at the
 * window's ends, gauges time-weighted means; every reading says how many samples it rests on.
 */
package io.github.edgewatt.profiler.measure;
