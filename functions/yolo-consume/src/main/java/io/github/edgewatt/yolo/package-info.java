/**
 * Finds objects in images: in those that come from Kafka, whose results go back there, and in those
 * of a call. Pure rules stand in {@code detect}, the model and its runtime in {@code model}; what
 * talks to the world is around them.
 */
package io.github.edgewatt.yolo;
