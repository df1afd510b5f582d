/**
 * The image pipeline's topics: how they are reached and made ready. What flows in is in {@code
 * feed}, what comes back in {@code track}.
 */
package io.github.edgewatt.profiler.kafka;
