package io.github.edgewatt.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCounterTest {
  private static final String THREE =
      "GET / HTTP/1.1\r\nHost: h\r\n\r\n"
          + "POST / HTTP/1.1\r\nContent-length: 5\r\n\r\n12345"
          + "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n";

  /** At most so many bytes a read. */
  private record Slow(ReadableByteChannel all, int step) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      ByteBuffer few = ByteBuffer.allocate(Math.min(step, target.remaining()));
      int n = all.read(few);
      target.put(few.flip());
      return n;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30, 1000})
  void requestsAreCountedHoweverTheyArrive(int step) throws IOException {
    byte[] bytes = THREE.getBytes(StandardCharsets.US_ASCII);
    ReadableByteChannel channel =
        new Slow(Channels.newChannel(new ByteArrayInputStream(bytes)), step);
    RequestCounter counter = new RequestCounter();
    int complete = 0;
    int read = counter.read(channel);
    while (read >= 0) {
      complete += read;
      read = counter.read(channel);
    }
    assertThat(complete).isEqualTo(3);
  }
}
