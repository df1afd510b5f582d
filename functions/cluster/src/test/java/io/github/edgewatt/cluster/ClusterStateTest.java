package io.github.edgewatt.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterStateTest {
  private static final Instant T0 = Instant.parse("2026-05-01T10:00:00Z");
  private static final Usage USAGE = new Usage(1.5, 2e9, T0);

  private static final List<Pod.Phase> PHASES = List.of(Pod.Phase.values());

  private final ClusterState state = new ClusterState();

  @Test
  void aNodeHasThePodsThatAreBoundToItAndLive() {
    state.put(node("a", 4));
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    state.put(pod("2", "a", Pod.Phase.PENDING));
    state.put(pod("3", "", Pod.Phase.PENDING));
    state.put(pod("4", "a", Pod.Phase.ENDED));
    state.put(pod("5", "b", Pod.Phase.RUNNING));
    assertThat(uids("a")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void aPodThatIsKnownBeforeItsNodeIsThereWhenTheNodeIs() {
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    assertThat(state.node("a")).isEmpty();
    state.put(node("a", 4));
    assertThat(uids("a")).containsExactly("1");
    state.removeNode("a");
    state.put(node("a", 8));
    assertThat(uids("a")).containsExactly("1");
  }

  @Test
  void aPodMovesAndEndsAndGoes() {
    state.put(node("a", 4));
    state.put(node("b", 4));
    state.put(pod("1", "", Pod.Phase.PENDING));
    state.put(pod("1", "a", Pod.Phase.PENDING));
    assertThat(uids("a")).containsExactly("1");
    state.put(pod("1", "b", Pod.Phase.RUNNING));
    assertThat(uids("a")).isEmpty();
    assertThat(uids("b")).containsExactly("1");
    state.put(pod("1", "b", Pod.Phase.ENDED));
    assertThat(uids("b")).isEmpty();
    assertThat(state.placed("set")).isEmpty();
    state.removePod("1");
    state.removePod("1");
    assertThat(uids("b")).isEmpty();
  }

  @Test
  void useOfANodeStaysWhenTheNodeOrItsPodsChange() {
    state.put(node("a", 4));
    state.nodeUsage("a", USAGE);
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    state.put(node("a", 8));
    assertThat(state.node("a").orElseThrow().usage()).contains(USAGE);
    assertThat(state.node("a").orElseThrow().node().cores()).isEqualTo(8);
  }

  @Test
  void whatGoesTakesItsUseAlong() {
    state.put(node("a", 4));
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    state.nodeUsage("a", USAGE);
    state.podUsage("ns", "pod-1", USAGE);
    assertThat(state.podUsage("ns", "pod-1")).contains(USAGE);
    state.removeNode("a");
    state.removePod("1");
    state.put(node("a", 4));
    assertThat(state.node("a").orElseThrow().usage()).isEmpty();
    assertThat(state.podUsage("ns", "pod-1")).isEmpty();
  }

  @Test
  void useOfWhatIsNotKnownIsNotKept() {
    state.nodeUsage("a", USAGE);
    state.podUsage("ns", "pod-1", USAGE);
    state.put(node("a", 4));
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    assertThat(state.node("a").orElseThrow().usage()).isEmpty();
    assertThat(state.podUsage("ns", "pod-1")).isEmpty();
  }

  @Test
  void aPodOfTheSameNameStartsWithoutUseAndOutlivesItsPredecessor() {
    state.put(named("1", "db-0"));
    state.podUsage("ns", "db-0", USAGE);
    state.put(named("2", "db-0"));
    assertThat(state.podUsage("ns", "db-0")).isEmpty();
    state.podUsage("ns", "db-0", USAGE);
    state.removePod("1");
    assertThat(state.podUsage("ns", "db-0")).contains(USAGE);
  }

  @Test
  void aSetIsFoundWithItsPlacedPods() {
    Replicas set = new Replicas("set", "ns", "web-1", 3, Map.of("k", "v"));
    state.put(set);
    state.put(pod("1", "a", Pod.Phase.RUNNING));
    state.put(pod("2", "b", Pod.Phase.RUNNING));
    state.put(pod("3", "", Pod.Phase.PENDING));
    assertThat(state.replicas("set")).contains(set);
    assertThat(state.placed("set")).extracting(Pod::uid).containsExactlyInAnyOrder("1", "2");
    state.removeReplicas("set");
    assertThat(state.replicas("set")).isEmpty();
    assertThat(state.placed("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyHistoryLeavesWhatItsLastWordsSay(long seed) {
    Random random = new Random(seed);
    Map<String, Pod> model = new HashMap<>();
    List<String> nodes = List.of("", "a", "b", "c");
    nodes.stream().filter(name -> !name.isEmpty()).forEach(name -> state.put(node(name, 4)));
    for (int step = 0; step < 2_000; step++) {
      String uid = "u" + random.nextInt(20);
      if (random.nextInt(4) == 0) {
        state.removePod(uid);
        model.remove(uid);
      } else {
        Pod.Phase phase = PHASES.get(random.nextInt(PHASES.size()));
        Pod pod = pod(uid, nodes.get(random.nextInt(nodes.size())), phase);
        state.put(pod);
        model.put(uid, pod);
      }
    }
    List<Pod> live =
        model.values().stream()
            .filter(pod -> !pod.node().isEmpty() && pod.phase() != Pod.Phase.ENDED)
            .toList();
    assertThat(state.placed("set")).containsExactlyInAnyOrderElementsOf(live);
    for (String name : List.of("a", "b", "c")) {
      assertThat(state.node(name).orElseThrow().pods())
          .containsExactlyInAnyOrderElementsOf(
              live.stream().filter(pod -> pod.node().equals(name)).toList());
    }
  }

  @Test
  void aReaderNeverSeesAPodTwiceOrMissingWhileOthersChange() throws InterruptedException {
    state.put(node("a", 4));
    state.put(pod("stays", "a", Pod.Phase.RUNNING));
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<String> wrong = new AtomicReference<>("");
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                List<String> seen =
                    state.nodes().iterator().next().pods().stream().map(Pod::uid).toList();
                if (!seen.contains("stays") || seen.stream().distinct().count() != seen.size()) {
                  wrong.set(seen.toString());
                }
              }
            });
    reader.start();
    for (int i = 0; i < 20_000; i++) {
      state.put(pod("comes" + i % 7, "a", Pod.Phase.RUNNING));
      state.removePod("comes" + (i + 3) % 7);
      state.put(node("a", i));
    }
    done.set(true);
    reader.join();
    assertThat(wrong.get()).isEmpty();
  }

  private List<String> uids(String node) {
    return state.node(node).orElseThrow().pods().stream().map(Pod::uid).toList();
  }

  private static Node node(String name, double cores) {
    return new Node(name, Map.of(), Map.of(), "10.0.0.1", cores, 8e9, false);
  }

  private static Pod pod(String uid, String node, Pod.Phase phase) {
    return pod(uid, "pod-" + uid, node, phase);
  }

  private static Pod named(String uid, String name) {
    return pod(uid, name, "a", Pod.Phase.RUNNING);
  }

  private static Pod pod(String uid, String name, String node, Pod.Phase phase) {
    CpuDemand cpu = new CpuDemand(0.5, 1);
    Optional<Owner> owner = Optional.of(new Owner("ReplicaSet", "web-1", "set"));
    return new Pod(uid, "ns", name, node, phase, Map.of(), Map.of(), cpu, cpu, owner, T0);
  }
}
