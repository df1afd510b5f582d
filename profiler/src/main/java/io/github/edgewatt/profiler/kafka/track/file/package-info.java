/**
 * Results on disk: tables with the published headers in a folder a run, whole or not there, and
 * what a killed run left. Kafka is told of a row only after it stands here.
 */
package io.github.edgewatt.profiler.kafka.track.file;
