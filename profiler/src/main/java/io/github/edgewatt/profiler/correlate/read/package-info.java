/**
 * Reads what an experiment left: tables of results, the feed's slices and the extracted metrics.
 * DuckDB does the heavy part, within bounded memory.
 */
package io.github.edgewatt.profiler.correlate.read;
