/**
 * Images into Kafka on a curve: the plan is pure, the pacing open-loop, the producer idempotent.
 * {@link io.github.edgewatt.profiler.kafka.feed.Feed} runs it; the images are in {@code images}.
 */
package io.github.edgewatt.profiler.kafka.feed;
