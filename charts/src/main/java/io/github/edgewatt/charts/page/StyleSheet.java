package io.github.edgewatt.charts.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets kept in jars beside the classes that use them. */
public final class StyleSheet {
  private StyleSheet() {}

  /** The text of the resource {@code name} in the package of {@code neighbour}. */
  public static String read(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + name + " beside " + neighbour.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet in the jar cannot be read", e);
    }
  }
}
