package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.apache.hc.core5.http.HttpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
  private final ResponseReader reader = new ResponseReader(ByteBuffer.allocate(7));

  /** Gives a few bytes a read, then nothing, then the end if asked. */
  private static final class Dribble implements ReadableByteChannel {
    private final byte[] bytes;
    private final int step;
    private final boolean ends;
    private int position;
    private boolean rest;

    Dribble(String text, int step, boolean ends) {
      bytes = FunctionServer.bytes(text.replace("~", "\r\n"));
      this.step = step;
      this.ends = ends;
    }

    @Override
    public int read(ByteBuffer target) {
      if (position == bytes.length) {
        return ends ? -1 : 0;
      }
      rest = !rest;
      int n = rest ? Math.min(Math.min(step, target.remaining()), bytes.length - position) : 0;
      target.put(bytes, position, n);
      position += n;
      return n;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private boolean readAll(Dribble channel) throws IOException, HttpException {
    for (int i = 0; i < 10_000; i++) {
      if (reader.read(channel)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK~Content-Length: 12~~twelve bytes, 12, true",
    "HTTP/1.1 200 OK~Content-Length: 0~~, 0, true",
    "HTTP/1.1 204 None~~, 0, true",
    "HTTP/1.1 304 Same~Content-Length: 99~~, 0, true",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~a~0123456789~0~~, 13, true",
    "HTTP/1.1 200 OK~Connection: close~Content-Length: 1~~x, 1, false",
    "HTTP/1.0 200 OK~Content-Length: 1~~x, 1, false",
    "HTTP/1.0 200 OK~Connection: keep-alive~Content-Length: 1~~x, 1, true",
    "HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~Content-Length: 1~~x, 1, true",
    "HTTP/1.1 200 OK~~to the end, 10, false",
    "HTTP/1.1 200 OK~Content-Length: 1~~x and more, 1, false",
  })
  void answersEndWhereTheyEnd(String text, long bodyBytes, boolean reusable) throws Exception {
    for (int step : new int[] {1, 3, 1000}) {
      ResponseReader each = new ResponseReader(ByteBuffer.allocate(7));
      Dribble channel = new Dribble(text == null ? "" : text, step, true);
      boolean complete = false;
      while (!complete) {
        complete = each.read(channel);
      }
      assertThat(each.bodyBytes()).isEqualTo(bodyBytes);
      assertThat(each.status()).isBetween(200, 304);
      // in small steps what follows the answer has not been seen yet
      assertThat(each.reusable()).isEqualTo(reusable || (step < 1000 && text.endsWith("more")));
    }
  }

  @Test
  void oneAnswerAfterTheOther() throws Exception {
    Dribble channel =
        new Dribble(
            "HTTP/1.1 200 OK~Content-Length: 3~~abcHTTP/1.1 500 No~Content-Length: 0~~", 1, false);
    assertThat(reader.untouched()).isTrue();
    assertThat(readAll(channel)).isTrue();
    assertThat(reader.status()).isEqualTo(200);
    assertThat(reader.untouched()).isFalse();
    reader.next();
    assertThat(reader.untouched()).isTrue();
    assertThat(readAll(channel)).isTrue();
    assertThat(reader.status()).isEqualTo(500);
    assertThat(reader.bodyBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK~Content-Length: 5~~abc",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~abc",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~xyz~abc",
        "HTTP/1.1 200 OK~Content-Length: many~~abc",
        "HTTP/1.1 999999999999 OK~~",
        "garbage~~~~~~~~~~~~~~",
      })
  void whatIsNoAnswerIsAnError(String text) {
    assertThatThrownBy(() -> readAll(new Dribble(text, 2, true)))
        .isInstanceOfAny(IOException.class, HttpException.class);
  }

  @Test
  void anEndlessLineIsGivenUp() {
    assertThatThrownBy(() -> readAll(new Dribble("x".repeat(20_000), 1000, false)))
        .isInstanceOf(IOException.class);
  }
}
