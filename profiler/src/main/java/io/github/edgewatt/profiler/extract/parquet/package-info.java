/**
 * Answers into one Parquet dataset: series that never change into a catalogue, the samples of all
 * others through DuckDB into one sorted file.
 */
package io.github.edgewatt.profiler.extract.parquet;
