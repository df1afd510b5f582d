package io.github.edgewatt.cluster.redis;

import io.github.edgewatt.cluster.settings.Environment;
import java.util.Objects;
import java.util.Optional;

/**
 * Where Redis is.
 *
 * @param host its host name or address
 * @param port its port
 * @param password what it asks for; empty where it asks for none
 */
public record RedisSettings(String host, int port, Optional<String> password) {
  private static final String DEFAULT_HOST = "localhost";
  private static final int DEFAULT_PORT = 6379;

  public RedisSettings {
    Objects.requireNonNull(host, "host is null");
    Objects.requireNonNull(password, "password is null");
  }

  /**
   * {@code galileo_context_redis_host} (localhost), {@code galileo_context_redis_port} (6379) and
   * {@code galileo_context_redis_password} or {@code galileo_context_redis_password_file} (none).
   *
   * @throws IllegalArgumentException one line that names the variable
   */
  public static RedisSettings of(Environment environment) {
    return new RedisSettings(
        environment.text("galileo_context_redis_host", DEFAULT_HOST),
        environment.port("galileo_context_redis_port", DEFAULT_PORT),
        environment.secret("galileo_context_redis_password"));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
