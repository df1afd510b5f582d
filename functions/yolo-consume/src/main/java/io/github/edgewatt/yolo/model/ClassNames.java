package io.github.edgewatt.yolo.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names of a model's classes: of a file, COCO's, or numbers. */
final class ClassNames {
  private static final int COCO = 80;

  private ClassNames() {}

  /**
   * Reads a file of one name a line; blank lines at its end do not count.
   *
   * @throws IllegalArgumentException where it cannot be read, or is no text
   */
  static List<String> read(Path file) {
    try {
      return lines(Files.readString(file));
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException("the class names in " + file + " are no UTF-8 text", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("no class names can be read from " + file, e);
    }
  }

  /** Names for a model of so many classes that came without any. */
  static List<String> unnamed(int classes) {
    return classes == COCO
        ? coco()
        : IntStream.range(0, classes).mapToObj(String::valueOf).toList();
  }

  /**
   * The names a model's classes go by: those of a file, those it brings, or others that fit.
   *
   * @throws IllegalArgumentException where there are more or fewer names than classes
   */
  static List<String> matching(
      Optional<List<String>> read, Optional<List<String>> brought, int classes) {
    List<String> names = read.or(() -> brought).orElseGet(() -> unnamed(classes));
    if (names.size() != classes) {
      throw new IllegalArgumentException(
          "there are " + names.size() + " class names, but the model has " + classes + " classes");
    }
    return names;
  }

  private static List<String> coco() {
    try (InputStream in = ClassNames.class.getResourceAsStream("coco.txt")) {
      return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String text) {
    return text.stripTrailing().lines().map(String::strip).toList();
  }
}
