package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a?b=c", "/a%7Cb", "/a..b/...", "//a", "/a?up=../b", "/~x;y=1"})
  void takesAPathThatAnAddressCanHold(String path) throws Exception {
    assertThat(path(path)).isEqualTo(path);
    assertThat(URI.create("http://127.0.0.1:8080").resolve("/function/f" + path).getRawPath())
        .startsWith("/function/f/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a|b",
        "/{id}",
        "/\"a\"",
        "/<a>",
        "/a^b",
        "/a`b",
        "/a\\b",
        "/100%",
        "/%zz",
        "/a#b",
        "/..",
        "/a/../../b",
        "/%2e%2E/b",
        "/a b",
        "a",
        "/[a]"
      })
  void refusesAnyOtherInOneLine(String path) {
    assertThatThrownBy(() -> path(path))
        .isInstanceOf(PlatformException.class)
        .hasMessageStartingWith("function f: io.github.edgewatt.path '" + path + "' is not a path")
        .hasMessageNotContaining("\n");
  }

  private static String path(String path) throws PlatformException {
    return RequestForm.of(
            "function f",
            "f",
            Map.of("io.github.edgewatt.path", path),
            (where, name, most) -> new byte[0])
        .path();
  }
}
