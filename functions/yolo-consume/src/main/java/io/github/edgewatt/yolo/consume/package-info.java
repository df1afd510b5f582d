/**
 * Images from Kafka, results back. An image's offset is committed once its result, or its dead
 * letter, is acknowledged by the broker: what is lost on the way comes again, and nothing is lost
 * for good.
 */
package io.github.edgewatt.yolo.consume;
