package io.github.edgewatt.weights.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.decision.Decider;
import io.github.edgewatt.weights.decision.DecisionJson;
import io.github.edgewatt.weights.etcd.Fence;
import io.github.edgewatt.weights.etcd.KeyRule;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.influx.RoundLines;
import io.github.edgewatt.weights.policy.Policies;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import io.github.edgewatt.weights.policy.WeightPolicy;
import io.github.edgewatt.weights.policy.WeightRound;
import io.github.edgewatt.weights.policy.ZoneWeights;
import io.github.edgewatt.weights.settings.RecordSettings;
import io.github.edgewatt.weights.settings.WeightSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightRoundsTest {
  private static final Clock CLOCK = Clock.fixed(World.AT, ZoneOffset.UTC);

  private final World world = new World().pod("f", "a").pod("f", "b").pod("g", "a");
  private final List<ZoneWeights> written = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Optional<Fence> fence = Optional.of(new Fence("leader", 1));
  private Optional<RuntimeException> failure = Optional.empty();
  private Optional<String> waiting = Optional.empty();

  private final Surroundings around =
      new Surroundings() {
        @Override
        public Snapshot snapshot(Instant at) {
          return world.snapshot();
        }

        @Override
        public Optional<String> missing() {
          return Optional.of("Redis was never read");
        }

        @Override
        public Optional<String> waiting() {
          return waiting;
        }

        @Override
        public boolean listed() {
          return false;
        }

        @Override
        public Optional<Fence> fence() {
          return fence;
        }

        @Override
        public Written write(Fence fence, List<ZoneWeights> weights, KeyRule rule) {
          written.addAll(weights);
          return new Written(weights.subList(0, 1), List.of("k"), 2, List.of("p"), failure);
        }
      };

  private static Decider decider(Set<String> zones) {
    WeightPolicy policy =
        Policies.of(new Environment(Map.of("osmotic_lb_opt_policy", "round-robin")));
    return new Decider(policy, index -> EnergyPerRequest.UNKNOWN, zones);
  }

  private WeightRounds rounds(Listener... listeners) {
    return new WeightRounds(around, decider(Set.of()), Set.of(), List.of(listeners), CLOCK);
  }

  @Test
  void tellsListenersOfWhatChangedAndCountsIt() throws IOException {
    List<String> lines = new ArrayList<>();
    WeightRounds rounds =
        rounds(
            new EventListener(
                (at, name, value) -> told.add(at.getEpochSecond() + " " + name + " " + value),
                CLOCK),
            new InfluxListener(new RoundLines("e"), lines::addAll, CLOCK));
    rounds.run();

    assertThat(written).hasSizeGreaterThanOrEqualTo(3);
    assertThat(told).hasSize(1);
    JsonNode event = new ObjectMapper().readTree(told.get(0).split(" ", 3)[2]);
    assertThat(told.get(0)).startsWith("1777629600 weight_update {\"ts\":1777629600.250000,");
    assertThat(event.at("/weights/ips").size()).isEqualTo(event.at("/weights/weights").size());
    assertThat(lines).anyMatch(line -> line.startsWith("events,name=weight_update,exp_id=e,fn=f"));
    assertThat(lines).anyMatch(line -> line.startsWith("telemetry,exp_id=e,node=n-a,metric=cpu "));
    LastRound last = rounds.last().orElseThrow();
    assertThat(last.pods()).isEqualTo(3);
    assertThat(last.changed()).isEqualTo(1);
    assertThat(last.problems()).containsExactly("p");
    assertThat(last.incomplete()).contains("Redis was never read");
    assertThat(rounds.totals().written()).isEqualTo(1);
    assertThat(rounds.totals().removed()).isEqualTo(1);
    assertThat(rounds.totals().conflicts()).isEqualTo(2);
  }

  @Test
  void aListenerThatFailsKeepsNothingFromTheOthers() {
    WeightRounds rounds =
        rounds(
            (decision, done) -> {
              throw new IllegalStateException("no room on the disk");
            },
            (decision, done) -> told.add("told"));
    rounds.run();

    assertThat(told).containsExactly("told");
    assertThat(rounds.last().orElseThrow().problems()).contains("no room on the disk");
  }

  @Test
  void failsAfterAllWasToldWhereEtcdFailed() {
    failure = Optional.of(new IllegalStateException("etcd is away"));
    WeightRounds rounds = rounds((decision, done) -> told.add("told"));

    assertThatThrownBy(rounds::run).hasMessage("etcd is away");
    assertThat(told).containsExactly("told");
    assertThat(rounds.last()).isPresent();
  }

  @Test
  void writesNothingWhileNothingCanBeMeasured() {
    waiting = Optional.of("Redis at localhost:6379: refused");
    WeightRounds rounds = rounds((decision, done) -> told.add("told"));
    rounds.run();
    assertThat(written).isEmpty();
    assertThat(told).isEmpty();

    waiting = Optional.empty();
    rounds.run();
    assertThat(written).isNotEmpty();
  }

  @Test
  void writesNothingWithoutTheLead() {
    fence = Optional.empty();

    assertThatThrownBy(rounds()::run).hasMessage("the lead was lost");
    assertThat(written).isEmpty();
  }

  @Test
  void decidesForItsZonesOnly() {
    new WeightRounds(around, decider(Set.of("b")), Set.of("b"), List.of(), CLOCK).run();

    assertThat(written).isNotEmpty().allMatch(one -> one.zone().equals("b"));
  }

  /** Remembers, and answers one more than it remembers. */
  private static final class Counting implements WeightPolicy {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public WeightRound weigh(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
      int next =
          1
              + memory.responseTimes().values().stream()
                  .mapToInt(time -> (int) time.seconds())
                  .findFirst()
                  .orElse(0);
      return new WeightRound(
          List.of(new ZoneWeights("f", "a", List.of("x:1"), new int[] {next})),
          List.of(),
          new WeightMemory(Map.of("f a x:1", new ResponseTime(next, World.AT))));
    }
  }

  @Test
  void everyRoundThatIsKeptCanBeDecidedAgain(@TempDir Path folder) throws IOException {
    Decider counting = new Decider(new Counting(), index -> EnergyPerRequest.UNKNOWN, Set.of());
    WeightRounds rounds =
        new WeightRounds(
            around,
            counting,
            Set.of(),
            List.of(new Recorder(new RecordSettings(folder.resolve("r"), 2))),
            CLOCK);
    rounds.run();
    rounds.run();

    String name = "2026-05-01T10-00-00.250Z";
    Snapshot snapshot = SnapshotJson.read(folder.resolve("r/" + name + ".snapshot.json.gz"));
    JsonNode kept;
    try (var in =
        new GZIPInputStream(
            Files.newInputStream(folder.resolve("r/" + name + ".weights.json.gz")))) {
      kept = new ObjectMapper().readTree(in);
    }
    assertThat(kept.at("/weights/0/weights/weights/0").asInt()).isEqualTo(2);
    assertThat(DecisionJson.of(counting.decide(snapshot, DecisionJson.memory(kept))).toString())
        .isEqualTo(kept.toString());
  }

  @Test
  void keepsTheNewestRoundsOnly(@TempDir Path folder) throws IOException {
    for (int i = 1; i < 5; i++) {
      Files.writeString(folder.resolve("2020-01-01T00-00-0" + i + "Z.snapshot.json.gz"), "x");
    }
    Files.writeString(folder.resolve("mine.txt"), "x");
    rounds(new Recorder(new RecordSettings(folder, 2))).run();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "2020-01-01T00-00-04Z.snapshot.json.gz",
              "2026-05-01T10-00-00.250Z.snapshot.json.gz",
              "2026-05-01T10-00-00.250Z.weights.json.gz",
              "mine.txt");
    }
  }

  @Test
  void refusesAFolderThatIsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "");

    assertThatThrownBy(() -> new Recorder(new RecordSettings(file, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("osmotic_lb_opt_record is '" + file + "'");
  }

  @Test
  void theLeaseIsHalfAnIntervalWithinBounds() {
    assertThat(
            Stream.of("1", "10", "300")
                .map(
                    seconds ->
                        WeightSettings.of(
                                new Environment(
                                    Map.of("osmotic_lb_opt_reconcile_interval", seconds)))
                            .lease()
                            .toSeconds()))
        .containsExactly(3L, 5L, 10L);
    assertThat(
            WeightSettings.of(new Environment(Map.of("osmotic_lb_opt_zones", "zone-b, zone-a")))
                .electionKey())
        .isEqualTo("edgewatt/weight-calc/leader/zone-a+zone-b");
  }
}
