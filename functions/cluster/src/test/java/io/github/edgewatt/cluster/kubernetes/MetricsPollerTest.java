package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsPollerTest {
  private static final Instant T0 = Instant.parse("2026-05-01T10:00:00Z");
  private static final Usage FIRST = new Usage(1, 1e9, T0);
  private static final Usage SECOND = new Usage(2, 2e9, T0.plusSeconds(15));

  private final ClusterState state = new ClusterState();
  private final Scripted source = new Scripted();
  private final MetricsPoller poller = new MetricsPoller(source, state, Duration.ofSeconds(10));

  MetricsPollerTest() {
    for (String name : List.of("a", "b")) {
      state.put(new Node(name, Map.of(), Map.of(), "", 4, 8e9, false));
    }
    CpuDemand cpu = CpuDemand.NONE;
    state.put(
        new Pod(
            "1",
            "ns",
            "p",
            "a",
            Pod.Phase.RUNNING,
            Map.of(),
            Map.of(),
            cpu,
            cpu,
            Optional.empty(),
            T0));
  }

  @AfterEach
  void close() {
    poller.close();
  }

  @Test
  void whatIsAnsweredIsInTheState() {
    assertThat(poller.failure()).isPresent();
    source.nodes.put("a", FIRST);
    source.pods = List.of(new MetricsSource.PodUsage("ns", "p", FIRST));
    poller.poll();
    assertThat(used("a")).contains(FIRST);
    assertThat(used("b")).isEmpty();
    assertThat(state.podUsage("ns", "p")).contains(FIRST);
    assertThat(poller.failure()).isEmpty();
  }

  @Test
  void aNodeMissingFromTheAnswerKeepsItsOldValueAndTheOthersGoOn() {
    source.nodes.putAll(Map.of("a", FIRST, "b", FIRST));
    poller.poll();
    source.nodes.remove("a");
    source.nodes.put("b", SECOND);
    poller.poll();
    assertThat(used("a")).contains(FIRST);
    assertThat(used("b")).contains(SECOND);
  }

  @Test
  void aListThatFailsKeepsWhatWasThereAndTheOtherListIsStillAsked() {
    source.nodes.put("a", FIRST);
    poller.poll();
    source.nodesFail = "503 unavailable\nmore";
    source.pods = List.of(new MetricsSource.PodUsage("ns", "p", SECOND));
    poller.poll();
    assertThat(used("a")).contains(FIRST);
    assertThat(state.podUsage("ns", "p")).contains(SECOND);
    assertThat(poller.failure()).contains("503 unavailable");
    source.nodesFail = "";
    poller.poll();
    assertThat(poller.failure()).isEmpty();
  }

  @Test
  void aListThatNeverEndsIsGivenUpInTime() {
    source.hang = true;
    try (MetricsPoller hasty = new MetricsPoller(source, state, Duration.ofMillis(200))) {
      hasty.poll();
      assertThat(hasty.failure()).contains("no answer within 200 ms");
    }
    source.hang = false;
    source.nodes.put("a", SECOND);
    poller.poll();
    assertThat(used("a")).contains(SECOND);
  }

  @Test
  void aStoppedPollerSaysSo() {
    Thread.currentThread().interrupt();
    source.hang = true;
    poller.poll();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(poller.failure()).contains("stopped");
  }

  @Test
  void nothingIsAskedBeforeTheNodesAreKnown() throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(3);
    AtomicBoolean ready = new AtomicBoolean();
    source.nodes.put("a", FIRST);
    poller.begin(
        () -> {
          looked.countDown();
          return ready.get();
        },
        Duration.ofHours(1));
    assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(source.asked.getCount()).isEqualTo(2);
    assertThat(poller.failure()).contains("not asked yet");
    ready.set(true);
    // Twice: for the nodes that are in the state a little later than they were read.
    assertThat(source.asked.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingEndsTheWaitForTheNodes() throws InterruptedException {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CountDownLatch looked = new CountDownLatch(1);
    poller.begin(
        () -> {
          thread.set(Thread.currentThread());
          looked.countDown();
          return false;
        },
        Duration.ofHours(1));
    assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
    poller.close();
    thread.get().join(30_000);
    assertThat(thread.get().isAlive()).isFalse();
  }

  private Optional<Usage> used(String node) {
    return state.node(node).orElseThrow().usage();
  }

  private static final class Scripted implements MetricsSource {
    private final Map<String, Usage> nodes = new HashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(2);
    private volatile List<PodUsage> pods = List.of();
    private volatile String nodesFail = "";
    private volatile boolean hang;

    @Override
    public Map<String, Usage> nodes() {
      asked.countDown();
      if (hang) {
        try {
          never.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      if (!nodesFail.isEmpty()) {
        throw new IllegalStateException(nodesFail);
      }
      return nodes;
    }

    @Override
    public List<PodUsage> pods() {
      return pods;
    }
  }
}
