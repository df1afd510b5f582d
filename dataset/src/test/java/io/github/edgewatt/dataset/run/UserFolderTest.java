package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
  @Test
  void isTheUsersCache() {
    Path home = Path.of("/home/u");
    assertThat(UserFolder.cache(Map.of(), home)).isEqualTo(Path.of("/home/u/.cache/edgewatt"));
    assertThat(UserFolder.cache(Map.of("XDG_CACHE_HOME", "/c"), home))
        .isEqualTo(Path.of("/c/edgewatt"));
    assertThat(UserFolder.cache(Map.of("XDG_CACHE_HOME", "c"), home))
        .isEqualTo(Path.of("/home/u/.cache/edgewatt"));
    assertThat(UserFolder.cache()).isAbsolute().hasFileName("edgewatt");
  }
}
