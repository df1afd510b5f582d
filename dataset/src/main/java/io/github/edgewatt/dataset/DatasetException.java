package io.github.edgewatt.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A dataset could not be read or written. The message is one line for the user. */
public class DatasetException extends Exception {
  private static final long serialVersionUID = 1L;

  public DatasetException(String message) {
    super(message);
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What failed, on which file and why, in one line: {@code "cannot append to output/x/index.csv:
   * no space left on device"}.
   *
   * @param action what was tried, ending before the path: {@code "cannot append to"}
   */
  public static DatasetException of(String action, Path path, IOException cause) {
    return new DatasetException(action + " " + path + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    String text =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : cause.getMessage();
    if (text == null) {
      return cause.getClass().getSimpleName();
    }
    // The system's words start with a capital ("No space left on device"); ours stand mid-line.
    return text.substring(0, Math.min(1, text.length())).toLowerCase(Locale.ROOT)
        + text.substring(Math.min(1, text.length()));
  }
}
