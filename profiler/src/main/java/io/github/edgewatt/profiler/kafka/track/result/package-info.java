/**
 * What came back of one image, read from any of the three generations of messages. It looks at
 * nothing else of ours.
 */
package io.github.edgewatt.profiler.kafka.track.result;
