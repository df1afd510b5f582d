package io.github.edgewatt.yolo.detect;

/**
 * An object that was found.
 *
 * @param name its class, by the names that came with the model
 * @param score how sure the model is, 0 to 1
 * @param box where it is
 */
public record Detection(String name, double score, Box box) {}
