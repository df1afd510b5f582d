package io.github.edgewatt.yolo.model;

/** Finds objects in an image. Safe for use by several threads. */
public interface ObjectDetector extends AutoCloseable {
  /**
   * Finds objects.
   *
   * @param image an encoded image: JPEG, PNG, GIF or BMP
   * @throws BadImageException where the bytes are no image, a torn one or one too large
   * @throws IllegalStateException where the runtime fails, which says nothing of the image
   */
  Detected detect(byte[] image) throws BadImageException;

  /** The model's name as results tell it: its file's name without its ending. */
  String name();

  /** The model's input shape: batch, channels, height, width. */
  int[] dimensions();

  @Override
  void close();
}
