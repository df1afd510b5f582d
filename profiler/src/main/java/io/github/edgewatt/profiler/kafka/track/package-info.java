/** Results back from Kafka: kept as tables, counted against what was sent, told as they come. */
package io.github.edgewatt.profiler.kafka.track;
