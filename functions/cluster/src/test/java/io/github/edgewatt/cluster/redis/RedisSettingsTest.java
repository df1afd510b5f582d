package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisSettingsTest {
  @Test
  void theDefaultsAreThePublishedOnes() {
    assertThat(RedisSettings.of(new Environment(Map.of())))
        .isEqualTo(new RedisSettings("localhost", 6379, Optional.empty()));
  }

  @Test
  void thePasswordComesFromTheVariableOrAFileAndIsNeverShown(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "hidden\n");
    RedisSettings settings =
        RedisSettings.of(
            new Environment(
                Map.of(
                    "galileo_context_redis_host", "r",
                    "galileo_context_redis_port", "7000",
                    "galileo_context_redis_password_file", file.toString())));
    assertThat(settings.password()).contains("hidden");
    assertThat(settings).hasToString("r:7000");
    assertThat(
            RedisSettings.of(new Environment(Map.of("galileo_context_redis_password", "x")))
                .password())
        .contains("x");
  }

  @Test
  void aPortThatIsNoneIsOneLine() {
    Environment wrong = new Environment(Map.of("galileo_context_redis_port", "99999"));
    assertThatThrownBy(() -> RedisSettings.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("galileo_context_redis_port is '99999'");
  }
}
