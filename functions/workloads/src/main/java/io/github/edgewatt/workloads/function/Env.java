package io.github.edgewatt.workloads.function;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists the process's environment. Names only: values may be secrets, and a digest over both proves
 * that they were read.
 */
public final class Env {
  private final Map<String, String> environment;

  public Env(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param prefix only variables whose name starts so, at most 100 characters; default all
   */
  public record Input(String prefix) {
    public Input {
      prefix = Bounds.text("prefix", prefix, "", 100).strip();
    }

    public static Input ofText(String text) {
      return new Input(text);
    }
  }

  /**
   * What a call has done.
   *
   * @param names the variables' names, sorted
   * @param bytes length of {@code NAME=value} lines in UTF-8
   * @param sha256 digest of those lines
   */
  public record Output(List<String> names, int bytes, String sha256) {
    public Output {
      names = List.copyOf(names);
    }
  }

  public Output run(Input input) {
    StringBuilder lines = new StringBuilder();
    TreeMap<String, String> chosen = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(input.prefix())) {
            chosen.put(name, value);
          }
        });
    chosen.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    byte[] data = lines.toString().getBytes(StandardCharsets.UTF_8);
    return new Output(List.copyOf(chosen.keySet()), data.length, Checksum.hex("SHA-256", data));
  }
}
