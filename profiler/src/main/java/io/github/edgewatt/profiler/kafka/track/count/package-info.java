/**
 * Counts results: which came, came twice, never came or were not asked for, and how long they took.
 * Memory is bounded by what is counted at once, not by how long it runs.
 */
package io.github.edgewatt.profiler.kafka.track.count;
