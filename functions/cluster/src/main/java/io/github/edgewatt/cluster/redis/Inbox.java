package io.github.edgewatt.cluster.redis;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages between the connection's thread, which never waits, and the one that reads them. Bounded
 * in their number and in their characters altogether; what does not fit is dropped and counted.
 */
final class Inbox {
  private static final int MOST_MESSAGES = 65_536;
  private static final long MOST_CHARACTERS = 16L << 20;
  private static final int MOST_PAYLOAD = 1 << 20;
  private static final int MOST_CHANNEL = 1024;

  private final BlockingQueue<Message> queue;
  private final AtomicLong characters = new AtomicLong();
  private final Tally tally;

  /** A message as it came. */
  record Message(String channel, String payload) {
    int size() {
      return channel.length() + payload.length();
    }
  }

  Inbox(Tally tally) {
    this(tally, MOST_MESSAGES);
  }

  Inbox(Tally tally, int most) {
    this.tally = tally;
    queue = new ArrayBlockingQueue<>(most);
  }

  void offer(String channel, String payload) {
    if (channel.length() > MOST_CHANNEL || payload.length() > MOST_PAYLOAD) {
      tally.dropped();
      return;
    }
    Message message = new Message(channel, payload);
    if (characters.addAndGet(message.size()) > MOST_CHARACTERS || !queue.offer(message)) {
      characters.addAndGet(-message.size());
      tally.dropped();
    }
  }

  /** The next message, waited for a while. */
  Optional<Message> poll(long millis) throws InterruptedException {
    Message message = queue.poll(millis, TimeUnit.MILLISECONDS);
    if (message != null) {
      characters.addAndGet(-message.size());
    }
    return Optional.ofNullable(message);
  }
}
