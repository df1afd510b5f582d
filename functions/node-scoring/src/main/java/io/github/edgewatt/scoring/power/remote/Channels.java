package io.github.edgewatt.scoring.power.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.function.Function;

/** One channel a server, kept for as long as it is used; never more than a few hundred. */
final class Channels implements AutoCloseable {
  private static final int MOST_CHANNELS = 256;
  private static final int MOST_BYTES = 4 << 20;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  /** A server's address. */
  record Address(String host, int port) {}

  private final Function<Address, ManagedChannel> connect;
  private final Cache<Address, ManagedChannel> channels;

  Channels() {
    this(Channels::plain);
  }

  Channels(Function<Address, ManagedChannel> connect) {
    this.connect = connect;
    this.channels =
        Caffeine.newBuilder()
            .maximumSize(MOST_CHANNELS)
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .<Address, ManagedChannel>removalListener(
                (address, channel, cause) -> ended(channel, cause))
            .build();
  }

  ManagedChannel to(String host, int port) {
    return channels.get(new Address(host, port), connect);
  }

  /** Calls under way end as they will, unless everything ends. */
  private static void ended(ManagedChannel channel, RemovalCause cause) {
    if (cause == RemovalCause.EXPLICIT) {
      channel.shutdownNow();
    } else {
      channel.shutdown();
    }
  }

  private static ManagedChannel plain(Address address) {
    return NettyChannelBuilder.forAddress(address.host(), address.port())
        .usePlaintext()
        .maxInboundMessageSize(MOST_BYTES)
        .directExecutor()
        .build();
  }

  @Override
  public void close() {
    channels.invalidateAll();
    channels.cleanUp();
  }
}
