/**
 * Images into Kafka on a curve: the plan is pure, the pacing open-loop, the producer idempotent.
 */
package io.github.edgewatt.profiler.kafka.feed;
