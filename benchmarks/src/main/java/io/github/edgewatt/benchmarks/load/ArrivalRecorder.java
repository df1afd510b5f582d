package io.github.edgewatt.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A server that stamps each request on the machine's monotonic clock and answers at once. It spins
 * instead of sleeping, so that its own wake-up is no part of the lag; give it a core of its own.
 *
 * <p>Prints its port, then reads commands, a line each: {@code reset}, {@code count} (requests
 * since then), {@code first} (the first one's time), {@code times FROM TO} (all stamps between two
 * times, on one line), {@code exit}.
 */
final class ArrivalRecorder {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private final long[] stamps = new long[8_000_000];
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);
  private volatile int count;
  private volatile boolean reset;

  private ArrivalRecorder() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    ArrivalRecorder recorder = new ArrivalRecorder();
    Selector selector = Selector.open();
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    Thread server = new Thread(() -> recorder.serve(selector, listener), "recorder");
    server.setDaemon(true);
    server.start();
    System.out.println(((InetSocketAddress) listener.getLocalAddress()).getPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null && !line.equals("exit"); line = in.readLine()) {
      System.out.println(recorder.obey(line.split(" ", -1)));
    }
  }

  private String obey(String[] command) {
    return switch (command[0]) {
      case "reset" -> {
        reset = true;
        while (reset) {
          Thread.onSpinWait();
        }
        yield "ok";
      }
      case "count" -> Integer.toString(count);
      case "first" -> count == 0 ? "0" : Long.toString(stamps[0]);
      case "times" -> times(Long.parseLong(command[1]), Long.parseLong(command[2]));
      default -> throw new IllegalArgumentException("unknown command " + command[0]);
    };
  }

  private String times(long from, long to) {
    StringBuilder line = new StringBuilder();
    Arrays.stream(stamps, 0, count)
        .filter(nanos -> nanos >= from && nanos < to)
        .forEach(nanos -> line.append(nanos).append(' '));
    return line.toString();
  }

  private void serve(Selector selector, ServerSocketChannel listener) {
    try {
      while (true) {
        if (reset) {
          count = 0;
          reset = false;
        }
        if (selector.selectNow() > 0) {
          for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof RequestCounter requests) {
              receive(key, requests);
            } else {
              accept(selector, listener.accept());
            }
          }
          selector.selectedKeys().clear();
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void accept(Selector selector, SocketChannel channel) throws IOException {
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new RequestCounter());
    }
  }

  private void receive(SelectionKey key, RequestCounter requests) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      int complete = requests.read(channel);
      if (complete < 0) {
        channel.close();
      }
      long now = System.nanoTime();
      for (int i = 0; i < complete; i++) {
        int index = count;
        if (index < stamps.length) {
          stamps[index] = now;
          count = index + 1;
        }
        channel.write(answer.clear());
      }
    } catch (IOException e) {
      channel.close();
    }
  }
}
