/**
 * Everything a Prometheus holds of a span of time, as files: its own answers, or one Parquet
 * dataset.
 */
package io.github.edgewatt.profiler.extract;
