package io.github.edgewatt.profiler.measure.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The Authorization header of a request. */
final class Credentials {
  private static final int MOST_BYTES = 64 * 1024;

  private Credentials() {}

  /** The header's value; empty where nobody logs in. */
  static Optional<String> header(PrometheusSettings settings) throws IOException {
    if (settings.tokenFile().isPresent()) {
      return Optional.of("Bearer " + secret(settings.tokenFile().get(), "token"));
    }
    if (settings.passwordFile().isPresent()) {
      String pair =
          settings.user().orElseThrow() + ":" + secret(settings.passwordFile().get(), "password");
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.empty();
  }

  /** A secret without the line end that an editor leaves; anything else in it is refused unseen. */
  private static String secret(Path file, String what) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("the file is larger than 64 KiB");
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty() || secret.chars().anyMatch(Character::isISOControl)) {
        throw new IOException("the file must hold one line");
      }
      return secret;
    } catch (IOException e) {
      String why = e.getClass() == IOException.class ? e.getMessage() : "cannot be read";
      throw new IOException(what + " file " + file + " for Prometheus: " + why, e);
    }
  }
}
