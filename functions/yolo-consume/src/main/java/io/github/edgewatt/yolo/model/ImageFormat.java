package io.github.edgewatt.yolo.model;

import java.util.Optional;

/** Formats that are looked at, told by their first bytes. */
enum ImageFormat {
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n"),
  GIF("GIF8"),
  BMP("BM");

  private final String start;

  ImageFormat(String start) {
    this.start = start;
  }

  static Optional<ImageFormat> of(byte[] bytes) {
    for (ImageFormat format : values()) {
      if (format.begins(bytes)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] bytes) {
    if (bytes.length < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if ((bytes[i] & 0xff) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
