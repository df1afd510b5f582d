package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
  private final AllowList list =
      new AllowList(
          List.of(URI.create("http://example.org/pages"), URI.create("https://example.net:8443")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/pages",
        "http://EXAMPLE.org:80/pages/a?b=c",
        "https://example.net:8443",
        "https://example.net:8443/any/path"
      })
  void allowsEntriesAndWhatLiesBelow(String url) {
    assertThat(list.check(url)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.google.com",
        "http://example.org/",
        "http://example.org/pagesandmore",
        "http://example.org/pages/../secret",
        "http://example.org/pages/%2E%2e/secret",
        "http://example.org/pages/..%2fsecret",
        "http://example.org:81/pages",
        "https://example.org/pages",
        "https://example.net/any",
        "http://example.org.evil.example/pages"
      })
  void refusesEverythingElse(String url) {
    Refused.because("allow-list", () -> list.check(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/pages",
        "http://user:secret@example.org/pages",
        "//example.org/pages",
        "example.org/pages",
        "http:///pages",
        "http://example.org@evil.example/pages"
      })
  void refusesWhatIsNoPlainAddress(String url) {
    Refused.because("http or https address without credentials", () -> list.check(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://exa mple.org", "http://[::1", "::", "http://example.org/\r\nX: y"})
  void refusesMalformed(String url) {
    Refused.because("not an address", () -> list.check(url));
  }
}
