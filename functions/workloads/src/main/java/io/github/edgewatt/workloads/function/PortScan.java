package io.github.edgewatt.workloads.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One TCP connect scan: ports in groups, all of a group at once, each group with one deadline. */
final class PortScan {
  /** Sockets open at once in one scan; a bound on descriptors. */
  private static final int GROUP = 64;

  private final InetAddress host;
  private final int connectMillis;
  private final List<Integer> open = new ArrayList<>();
  private int closed;
  private int pending;

  PortScan(InetAddress host, int connectMillis) {
    this.host = host;
    this.connectMillis = connectMillis;
  }

  List<Integer> open() {
    Collections.sort(open);
    return List.copyOf(open);
  }

  int closed() {
    return closed;
  }

  int answered() {
    return open.size() + closed;
  }

  void scan(int firstPort, int ports) {
    try (Selector selector = Selector.open()) {
      for (int from = 0; from < ports; from += GROUP) {
        int to = Math.min(from + GROUP, ports);
        for (int i = from; i < to; i++) {
          start(selector, firstPort + i);
        }
        finish(selector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the scan cannot open sockets: " + e.getMessage(), e);
    }
  }

  private void start(Selector selector, int port) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      if (channel.connect(new InetSocketAddress(host, port))) {
        open.add(port);
        channel.close();
      } else {
        channel.register(selector, SelectionKey.OP_CONNECT, port);
        pending++;
      }
    } catch (IOException e) {
      closed++; // refused at once, as loopback may do
      channel.close();
    }
  }

  private void finish(Selector selector) throws IOException {
    long deadline = System.nanoTime() + connectMillis * 1_000_000L;
    long leftMillis = connectMillis;
    while (pending > 0 && leftMillis > 0) {
      selector.select(this::settle, leftMillis);
      leftMillis = (deadline - System.nanoTime()) / 1_000_000L;
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.selectNow(key -> {}); // takes the closed channels out of the key set
    pending = 0;
  }

  private void settle(SelectionKey key) {
    pending--;
    try (SocketChannel channel = (SocketChannel) key.channel()) {
      if (channel.finishConnect()) {
        open.add((Integer) key.attachment());
      }
    } catch (IOException e) {
      closed++;
    }
  }
}
