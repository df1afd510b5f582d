package io.github.edgewatt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("token"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cret", "Bearer  s3cret "})
  void takesTheFilesToken(String header) throws IOException {
    assertThat(BearerToken.read(file("s3cret\n")).matches(header)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "s3cret", "Basic s3cret", "Bearer", "Bearer s3cre", "Bearer s3cret2"})
  void takesNothingElse(String header) throws IOException {
    assertThat(BearerToken.read(file("s3cret\n")).matches(header)).isFalse();
  }

  @Test
  void refusesAFileThatHoldsNone() throws IOException {
    Path empty = file(" \n");
    assertThatThrownBy(() -> BearerToken.read(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token file " + empty + " is empty");
    Path large = file("x".repeat(5000));
    assertThatThrownBy(() -> BearerToken.read(large)).hasMessageContaining("too large");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> BearerToken.read(absent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot read the token file " + absent);
  }
}
