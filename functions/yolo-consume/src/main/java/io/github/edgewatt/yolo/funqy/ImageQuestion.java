package io.github.edgewatt.yolo.funqy;

/**
 * An image to look at.
 *
 * @param image its bytes in base64
 */
public record ImageQuestion(String image) {}
