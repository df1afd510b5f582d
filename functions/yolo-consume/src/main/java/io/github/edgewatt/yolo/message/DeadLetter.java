package io.github.edgewatt.yolo.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An image that nobody can look at, and why.
 *
 * @param image as it came
 * @param reason one line
 * @param whole whether its bytes come along; they do not where the topic refuses so many
 */
public record DeadLetter(Image image, String reason, boolean whole) {
  private static final int MOST_REASON = 500;

  public DeadLetter {
    reason = reason == null ? "no reason told" : reason.replaceAll("\\s+", " ").strip();
    reason = reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason;
  }

  /** It with its bytes. */
  public static DeadLetter of(Image image, String reason) {
    return new DeadLetter(image, reason, true);
  }

  /** The same without the image's bytes, which still lie where they came from. */
  public DeadLetter withoutBytes() {
    return new DeadLetter(
        image, reason + "; its " + image.bytes().length + " bytes are too many here", false);
  }

  /** The message's value: the image's bytes, null where it had none or they stay behind. */
  public byte[] value() {
    return whole ? image.bytes() : null;
  }

  /** The message's headers, as text. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("reason", reason);
    headers.put("source-topic", image.topic());
    headers.put("source-partition", Integer.toString(image.partition()));
    headers.put("source-offset", Long.toString(image.offset()));
    return headers;
  }
}
