package io.github.edgewatt.yolo.message;

/**
 * When things happened to an image, by this machine's clock.
 *
 * @param idleMillis from the end of the last image to this one's coming, in milliseconds
 * @param receivedMillis when it was taken up, milliseconds of the epoch
 * @param finishedMillis when its detections were known, milliseconds of the epoch
 */
public record Moments(double idleMillis, long receivedMillis, long finishedMillis) {}
