package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a client says it is. They come from a file, and are read again when a gateway no longer takes
 * them; neither they nor any part of them stand in a message.
 */
public final class Credentials {
  private final String source;
  private final List<String> warnings;
  private final Reader reader;
  private String header;

  /** Reads the {@code user:password} of a source, or empty where it has none. */
  interface Reader {
    Optional<String> read() throws PlatformException;
  }

  private Credentials(String source, List<String> warnings, Reader reader)
      throws PlatformException {
    this.source = source;
    this.warnings = List.copyOf(warnings);
    this.reader = reader;
    this.header = reader.read().map(Credentials::basic).orElse("");
  }

  /**
   * The first of: a password file, faas-cli's own file, none.
   *
   * @param passwordFile {@code --password-file}, else {@code OPENFAAS_PASSWORD_FILE}; null for none
   * @param environment the process's, for {@code OPENFAAS_USERNAME} (else {@code admin}) and {@code
   *     OPENFAAS_CONFIG}, the folder faas-cli keeps its file in
   * @param home the user's folder, which holds {@code .openfaas/config.yml}
   * @throws PlatformException when a file that is given cannot be used, in one line
   */
  public static Credentials find(
      GatewayUrl gateway, Path passwordFile, Map<String, String> environment, Path home)
      throws PlatformException {
    if (passwordFile != null) {
      String user = environment.getOrDefault("OPENFAAS_USERNAME", "admin");
      return new Credentials(
          "the password file " + passwordFile,
          SecretFile.warnings(passwordFile),
          () -> Optional.of(user + ":" + SecretFile.password(passwordFile)));
    }
    String folder = environment.getOrDefault("OPENFAAS_CONFIG", "");
    Path config =
        (folder.isEmpty() ? home.resolve(".openfaas") : Path.of(folder)).resolve("config.yml");
    Reader reader = () -> FaasCliConfig.userAndPassword(config, gateway);
    if (reader.read().isEmpty()) {
      return none();
    }
    return new Credentials("faas-cli's " + config, SecretFile.warnings(config), reader);
  }

  /** No credentials: a gateway without authentication. */
  public static Credentials none() {
    try {
      return new Credentials("", List.of(), Optional::empty);
    } catch (PlatformException e) {
      throw new IllegalStateException("nothing was read", e);
    }
  }

  /** What is unsafe about where they come from, one line each. */
  public List<String> warnings() {
    return warnings;
  }

  /** Value of the {@code Authorization} header. */
  synchronized Optional<String> header() {
    return header.isEmpty() ? Optional.empty() : Optional.of(header);
  }

  /** Reads the source again; true when it says something else now. */
  synchronized boolean reread() {
    try {
      String now = reader.read().map(Credentials::basic).orElse("");
      boolean changed = !now.equals(header);
      header = now;
      return changed;
    } catch (PlatformException e) {
      return false;
    }
  }

  private static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /** Where they come from: {@code "the password file /x"}. */
  @Override
  public String toString() {
    return source.isEmpty()
        ? "none were given (--password-file, OPENFAAS_PASSWORD_FILE, or 'faas-cli login')"
        : source;
  }
}
