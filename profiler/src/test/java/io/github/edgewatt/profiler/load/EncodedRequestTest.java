package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedRequestTest {
  private static EncodedRequest encode(String uri, String method, String type, String body) {
    return EncodedRequest.of(
        new LoadTarget(
            "f",
            URI.create(uri),
            method,
            type,
            body.getBytes(StandardCharsets.UTF_8),
            Arrivals.none()));
  }

  private static String text(EncodedRequest request) {
    return StandardCharsets.UTF_8.decode(request.bytes().duplicate()).toString();
  }

  @Test
  void postWithABody() {
    EncodedRequest request =
        encode("http://127.0.0.1:8080/function/figlet?a=b", "POST", "text/plain", "é");
    assertThat(text(request))
        .isEqualTo(
            """
            POST /function/figlet?a=b HTTP/1.1
            Host: 127.0.0.1:8080
            User-Agent: edgewatt-profiler
            Accept: */*
            Content-Type: text/plain
            Content-Length: 2

            é"""
                .replace("\n", "\r\n"));
    assertThat(request.endpoint().getHostName()).isEqualTo("127.0.0.1");
    assertThat(request.endpoint().getPort()).isEqualTo(8080);
    assertThat(request.address().isUnresolved()).isFalse();
  }

  @Test
  void withoutABody() {
    assertThat(text(encode("http://127.0.0.1", "GET", "", "")))
        .startsWith("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        .doesNotContain("Content-");
    assertThat(text(encode("http://127.0.0.1", "POST", "text/plain", "")))
        .contains("Content-Length: 0\r\n")
        .doesNotContain("Content-Type");
    assertThat(encode("http://[::1]/", "GET", "", "").address().getPort()).isEqualTo(80);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/, GET, text/plain, is not http://",
    "/only/a/path, GET, text/plain, is not http://",
    "http:///nohost, GET, text/plain, is not http://",
    "http://h/, G T, text/plain, method is not an HTTP token",
    "http://h/, '', text/plain, method is not an HTTP token",
    "http://h/, HEAD, text/plain, method HEAD is not supported",
    "http://h/, POST, 'a\r\nX: y', content type has characters",
  })
  void whatCannotBeSentIsRefused(String uri, String method, String type, String problem) {
    assertThatThrownBy(() -> encode(uri, method, type, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("load target f: ")
        .hasMessageContaining(problem);
  }
}
