package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.redis.Inbox.Message;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Tally tally = new Tally(Clock.systemUTC());

  @Test
  void whatDoesNotFitIsDroppedAndCounted() throws InterruptedException {
    Inbox inbox = new Inbox(tally, 2);
    inbox.offer("a", "1");
    inbox.offer("a", "2");
    inbox.offer("a", "3");
    assertThat(tally.counts().dropped()).isOne();
    assertThat(inbox.poll(0)).contains(new Message("a", "1"));
    inbox.offer("a", "4");
    assertThat(inbox.poll(0)).contains(new Message("a", "2"));
    assertThat(inbox.poll(0)).contains(new Message("a", "4"));
    assertThat(inbox.poll(0)).isEmpty();
    assertThat(tally.problems()).singleElement().asString().startsWith("1 messages were dropped");
  }

  @Test
  void largeMessagesAreBoundedOneByOneAndAltogether() throws InterruptedException {
    Inbox inbox = new Inbox(tally);
    inbox.offer("a", "x".repeat((1 << 20) + 1));
    inbox.offer("a".repeat(2000), "x");
    assertThat(tally.counts().dropped()).isEqualTo(2);
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 20; i++) {
      inbox.offer("a", large);
    }
    assertThat(tally.counts().dropped()).isEqualTo(2 + 5);
    assertThat(inbox.poll(0)).isPresent();
    inbox.offer("a", large);
    assertThat(tally.counts().dropped()).isEqualTo(2 + 5);
  }
}
