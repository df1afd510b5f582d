package io.github.edgewatt.cluster.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  @TempDir private Path folder;

  private static Environment of(String value) {
    return new Environment(Map.of("x", value));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void takesAnEmptyVariableAsNotSet() {
    Environment empty = of("  ");
    assertThat(empty.text("x")).isEmpty();
    assertThat(empty.text("x", "otherwise")).isEqualTo("otherwise");
    assertThat(empty.number("x", 2.5, 0, 9)).isEqualTo(2.5);
    assertThat(empty.whole("x", 3, 0, 9)).isEqualTo(3);
    assertThat(empty.port("x", 6379)).isEqualTo(6379);
    assertThat(empty.seconds("x", 1.5)).isEqualTo(Duration.ofMillis(1500));
    assertThat(empty.flag("x", true)).isTrue();
    assertThat(empty.choice("x", "a", List.of("a", "b"))).isEqualTo("a");
    assertThat(empty.list("x")).isEmpty();
    assertThat(empty.secret("x")).isEmpty();
    assertThat(empty.secret("absent")).isEmpty();
  }

  @Test
  void readsWhatIsSet() {
    assertThat(of(" text ").text("x")).contains("text");
    assertThat(of("1e-3").number("x", 0, 1)).contains(0.001);
    assertThat(of("7").whole("x", 0, 0, 9)).isEqualTo(7);
    assertThat(of("8080").port("x", 1)).isEqualTo(8080);
    assertThat(of("0.25").seconds("x", 1)).isEqualTo(Duration.ofMillis(250));
    assertThat(of("True").flag("x", false)).isTrue();
    assertThat(of("FALSE").flag("x", true)).isFalse();
    assertThat(of("B").choice("x", "a", List.of("a", "b"))).isEqualTo("b");
    assertThat(of("a, b,,c ").list("x")).containsExactly("a", "b", "c");
    assertThat(of("token").secret("x")).contains("token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "10.1", "ten", "NaN", "Infinity", "1,5", "0x10"})
  void refusesWhatIsNoNumberInItsRange(String value) {
    assertRefused(
        () -> of(value).number("x", 0, 10),
        "x is '" + value + "': it must be a number from 0 to 10");
  }

  @Test
  void tellsRangesThatAreNotWhole() {
    assertRefused(
        () -> of("2").number("x", 0.5, 1.5), "x is '2': it must be a number from 0.5 to 1.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5   | a whole number",
        "10    | a number from 0 to 9",
        "-1    | a number from 0 to 9"
      })
  void refusesWhatIsNotWhole(String value, String wanted) {
    assertRefused(
        () -> of(value).whole("x", 0, 0, 9), "x is '" + value + "': it must be " + wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-80"})
  void refusesWhatIsNoPort(String value) {
    assertRefused(
        () -> of(value).port("x", 80), "x is '" + value + "': it must be a number from 1 to 65535");
  }

  @Test
  void refusesWhatIsNoTime() {
    assertRefused(
        () -> of("0").seconds("x", 1), "x is '0': it must be a time in seconds, more than 0");
    assertRefused(() -> of("-1").seconds("x", 1), "x is '-1': it must be a number from 0 to 86400");
    assertRefused(
        () -> of("86401").seconds("x", 1), "x is '86401': it must be a number from 0 to 86400");
  }

  @Test
  void refusesWhatIsNoFlagAndNoChoice() {
    assertRefused(() -> of("yes").flag("x", true), "x is 'yes': it must be true or false");
    assertRefused(
        () -> of("c").choice("x", "a", List.of("a", "b")), "x is 'c': it must be one of a, b");
  }

  @Test
  void readsSecretsFromFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), " token\n");
    Environment both = new Environment(Map.of("x", "other", "x_file", file.toString()));
    assertThat(both.secret("x")).contains("token");
    Files.writeString(file, "\n");
    assertThat(both.secret("x")).isEmpty();
    Files.writeString(file, "x".repeat(4097));
    assertRefused(() -> both.secret("x"), "x_file is '" + file + "': it must be a small file");
    Files.delete(file);
    assertRefused(
        () -> both.secret("x"), "x_file is '" + file + "': it must be a file that can be read");
  }

  @Test
  void readsNumbersByFunction() {
    Environment environment =
        new Environment(Map.of("t_f", "0.3", "t_my_function", "1", "t_", "9", "t_g", " "));
    assertThat(environment.perFunction("t_", 0, 1)).isEqualTo(Map.of("f", 0.3, "my_function", 1.0));
    assertRefused(
        () -> new Environment(Map.of("t_f", "2")).perFunction("t_", 0, 1),
        "t_f is '2': it must be a number from 0 to 1");
  }
}
