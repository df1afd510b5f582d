package io.github.edgewatt.scoring.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.Node;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IpmiPollerTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final PollerOptions OPTIONS =
      new PollerOptions(
          9290, Duration.ofSeconds(60), Duration.ofMinutes(4), Duration.ofSeconds(5), 3);

  private final List<Node> nodes = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();
  private final List<CompletableFuture<String>> waiting = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private String page = page(22);
  private final IpmiPoller poller =
      new IpmiPoller(
          OPTIONS, () -> nodes, this::fetch, new TestClock(), () -> passed.toNanos(), () -> 0.0);

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return START.plus(passed);
    }
  }

  private static String page(int celsius) {
    return "ipmi_temperature_celsius{name=\"Ambient\"} " + celsius + "\n";
  }

  private CompletableFuture<String> fetch(String address) {
    fetched.add(address);
    if (page == null) {
      CompletableFuture<String> later = new CompletableFuture<>();
      waiting.add(later);
      return later;
    }
    return page.isEmpty()
        ? CompletableFuture.failedFuture(new IOException("refused"))
        : CompletableFuture.completedFuture(page);
  }

  private static Node node(String name, String address) {
    return new Node(name, Map.of(), Map.of(), address, 8, 16e9, false);
  }

  private void look(Duration later) {
    passed = passed.plus(later);
    poller.look();
  }

  @Test
  void aNodeWhosePageCannotBeReadIsAskedAgain() {
    nodes.add(node("n1", "10.0.0.1"));
    page = null;
    look(Duration.ZERO);
    waiting.get(0).complete(null);
    page = page(22);
    look(OPTIONS.mostInterval());
    assertThat(poller.of("n1")).isPresent();
  }

  @Test
  void readsEachNodeOnceAnInterval() {
    nodes.add(node("n1", "10.0.0.1"));
    nodes.add(node("n2", ""));
    assertThat(poller.of("n1")).isEmpty();
    look(Duration.ZERO);
    look(Duration.ofSeconds(59));
    assertThat(fetched).containsExactly("10.0.0.1");
    assertThat(poller.of("n1")).hasValue(new Climate(22, Double.NaN, Double.NaN, START));
    assertThat(poller.of("n2")).isEmpty();
    page = page(23);
    look(Duration.ofSeconds(1));
    assertThat(poller.of("n1").orElseThrow().ambientCelsius()).isEqualTo(23);
    assertThat(poller.of("n1").orElseThrow().at()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void keepsOldReadingsWithTheirTimeAndAsksMoreRarely() {
    nodes.add(node("n1", "10.0.0.1"));
    look(Duration.ZERO);
    page = "";
    look(Duration.ofSeconds(60));
    assertThat(poller.of("n1").orElseThrow().at()).isEqualTo(START);
    look(Duration.ofSeconds(60));
    assertThat(fetched).hasSize(2);
    page = "<html>Sign in</html>";
    look(Duration.ofSeconds(60));
    look(Duration.ofMinutes(4));
    look(Duration.ofMinutes(4));
    assertThat(fetched).hasSize(5);
    assertThat(poller.of("n1").orElseThrow().at()).isEqualTo(START);
    page = page(30);
    look(Duration.ofMinutes(4));
    look(Duration.ofMinutes(1));
    assertThat(fetched).hasSize(7);
    assertThat(poller.of("n1").orElseThrow().ambientCelsius()).isEqualTo(30);
  }

  @Test
  void forgetsNodesThatAreGoneAndFollowsAddresses() {
    nodes.add(node("n1", "10.0.0.1"));
    look(Duration.ZERO);
    nodes.set(0, node("n1", "10.0.0.7"));
    look(Duration.ofSeconds(1));
    assertThat(fetched).containsExactly("10.0.0.1", "10.0.0.7");
    nodes.clear();
    look(Duration.ofSeconds(1));
    assertThat(poller.of("n1")).isEmpty();
    look(Duration.ofHours(1));
    assertThat(fetched).hasSize(2);
  }

  @Test
  void readsAFewAtATimeAndGoesOnAtOnce() {
    page = null;
    for (int i = 0; i < 10; i++) {
      nodes.add(node("n" + i, "10.0.0." + i));
    }
    look(Duration.ZERO);
    look(Duration.ofSeconds(1));
    assertThat(fetched).hasSize(3);
    waiting.get(1).complete(page(20));
    assertThat(fetched).hasSize(4);
    nodes.clear();
    poller.look();
    waiting.get(0).complete(page(20));
    waiting.get(2).completeExceptionally(new IOException("reset"));
    assertThat(fetched).as("nobody is left to be read").hasSize(4);
  }

  @Test
  void everyNodeHasItsTurn() {
    for (int i = 0; i < 500; i++) {
      nodes.add(node("n" + i, "10.0." + i / 250 + "." + i % 250));
    }
    look(Duration.ZERO);
    look(Duration.ofSeconds(60));
    assertThat(fetched).hasSize(1000);
    assertThat(fetched.subList(500, 1000)).doesNotHaveDuplicates();
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    assertThatThrownBy(() -> OPTIONS.withPort(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port 0: 1 to 65535");
    assertThatThrownBy(() -> OPTIONS.withInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the interval and the timeout are 1 ms or more");
    assertThat(OPTIONS.withInterval(Duration.ofMinutes(15)).mostInterval())
        .isEqualTo(Duration.ofMinutes(15));
  }
}
