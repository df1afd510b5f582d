package io.github.edgewatt.weights.etcd;

import static io.github.edgewatt.weights.etcd.FakeKeyValues.FENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightStoreTest {
  private static final String KEY = "golb/function/zone-a/resnet";

  private final FakeKeyValues etcd = new FakeKeyValues();
  private final WeightStore store = new WeightStore(etcd);

  private static ZoneWeights weights(String function, String zone, int... weights) {
    List<String> addresses =
        IntStream.range(0, weights.length).mapToObj(i -> "10.0.0." + i + ":8080").toList();
    return new ZoneWeights(function, zone, addresses, weights);
  }

  private static boolean nothing(String function, String zone) {
    return false;
  }

  private Written write(ZoneWeights... weights) {
    return store.write(FENCE, List.of(weights), WeightStoreTest::nothing);
  }

  @Test
  void writesThePublishedValueUnderThePublishedKey() {
    Written written = write(weights("resnet", "zone-a", 3, 70));

    assertThat(etcd.value(KEY))
        .isEqualTo("{\"ips\":[\"10.0.0.0:8080\",\"10.0.0.1:8080\"],\"weights\":[3,70]}");
    assertThat(written.changed()).containsExactly(weights("resnet", "zone-a", 3, 70));
    assertThat(written.failure()).isEmpty();
  }

  @Test
  void writesOnlyWhatDiffersHoweverItIsWritten() {
    etcd.put(KEY, "{\"ips\": [\"10.0.0.0:8080\"], \"weights\": [5]}");
    etcd.put("golb/function/zone-b/resnet", "{\"ips\":[],\"weights\":[]}");

    Written written = write(weights("resnet", "zone-a", 5), weights("resnet", "zone-b", 5));

    assertThat(written.changed()).containsExactly(weights("resnet", "zone-b", 5));
    assertThat(etcd.value(KEY)).contains("\"ips\": [");
    assertThat(write(weights("resnet", "zone-a", 5), weights("resnet", "zone-b", 5)).changed())
        .isEmpty();
    assertThat(etcd.commits).hasSize(1);
  }

  @Test
  void keepsTargetsNobodyKnows() {
    String other = "golb/function/zone-b/resnet";
    String value = "{\"ips\":[\"10.9.9.9:8080\"],\"weights\":[5]}";
    etcd.put(KEY, value);
    etcd.put(other, value);
    KeyRule rule =
        new KeyRule() {
          @Override
          public boolean stale(String function, String zone) {
            return true;
          }

          @Override
          public boolean known(Collection<String> addresses) {
            return !addresses.contains("10.9.9.9:8080");
          }
        };
    Written written = store.write(FENCE, List.of(weights("resnet", "zone-a", 1)), rule);

    ZoneWeights own = weights("resnet", "zone-a", 1);
    ZoneWeights both = WeightValue.with(own, Map.of("10.9.9.9:8080", 5));
    assertThat(both.addresses()).hasSize(own.addresses().size() + 1).endsWith("10.9.9.9:8080");
    assertThat(etcd.value(KEY)).isEqualTo(WeightValue.text(both));
    assertThat(etcd.value(other)).isEqualTo(value);
    assertThat(written.changed()).containsExactly(both);
    assertThat(written.removed()).isEmpty();
    assertThat(written.problems())
        .containsExactly(
            KEY + ": targets that this process never saw stay in it, 1",
            other + ": targets that this process never saw stay in it, 1");
    assertThat(store.write(FENCE, List.of(own), rule).changed()).isEmpty();
  }

  @Test
  void readsOnlyWhatChangedSince() {
    for (int i = 0; i < 50; i++) {
      etcd.put("golb/function/zone-a/f" + i, "x");
    }
    ZoneWeights[] none = {};
    write(none);
    write(weights("f3", "zone-a", 1));
    write(weights("f3", "zone-a", 1));
    etcd.put("golb/function/zone-a/f4", "y");
    write(weights("f3", "zone-a", 1));

    assertThat(etcd.read).containsExactly(50, 0, 0, 1);
  }

  @Test
  void seesThatAKeyWasRemovedBySomebodyElseAndWritesItAgain() {
    write(weights("resnet", "zone-a", 1));
    etcd.remove(KEY);
    etcd.put("golb/function/zone-a/other", "x");

    assertThat(write(weights("resnet", "zone-a", 1)).changed()).hasSize(1);
    assertThat(etcd.entries).containsKey(KEY);
  }

  @Test
  void takesAnotherStoreForWhatItIs() {
    write(weights("resnet", "zone-a", 1));
    etcd.entries.clear();
    etcd.revision = 3;

    assertThat(write(weights("resnet", "zone-a", 1)).changed()).hasSize(1);
  }

  @Test
  void removesStaleKeysAndNoOthers() {
    etcd.put("golb/function/zone-a/gone", "x");
    etcd.put("golb/function/zone-a/kept", "x");
    etcd.put("golb/function/zone-a/gone/deeper", "x");
    etcd.put("golb/function/", "x");
    etcd.put("golb/other/zone-a/gone", "x");

    Written written =
        store.write(FENCE, List.of(), (function, zone) -> function.startsWith("gone"));

    assertThat(written.removed()).containsExactly("golb/function/zone-a/gone");
    assertThat(etcd.entries).hasSize(4);
  }

  @Test
  void decidesAgainWhereSomebodyElseWasFaster() {
    etcd.before =
        () -> {
          etcd.before = () -> {};
          etcd.put(KEY, "{\"ips\":[],\"weights\":[]}");
        };

    Written written = write(weights("resnet", "zone-a", 1), weights("resnet", "zone-b", 1));

    assertThat(written.conflicts()).isEqualTo(1);
    assertThat(written.changed()).hasSize(2);
    assertThat(etcd.value(KEY)).contains("[1]");
  }

  @Test
  void leavesAKeyThatNeverComesToRestToALaterRound() {
    etcd.before = () -> etcd.put(KEY, "" + etcd.revision);

    Written written = write(weights("resnet", "zone-a", 1), weights("resnet", "zone-b", 1));

    assertThat(written.conflicts()).isEqualTo(3);
    assertThat(written.problems())
        .first()
        .asString()
        .startsWith(KEY + " is being changed by somebody else");
    etcd.before = () -> {};
    assertThat(write(weights("resnet", "zone-a", 1), weights("resnet", "zone-b", 1)).changed())
        .hasSize(2);
  }

  @Test
  void writesNothingAfterTheLeadIsLost() {
    etcd.leader = new Fence("leader", 8);

    Written written = write(weights("resnet", "zone-a", 1));

    assertThat(written.failure()).get().isInstanceOf(LostLeadException.class);
    assertThat(etcd.entries).isEmpty();
  }

  @Test
  void tellsWhatWasWrittenThoughNobodyAnswered() {
    etcd.unanswered = Optional.of(new EtcdException("no answer"));
    Written first = write(weights("resnet", "zone-a", 1));
    etcd.unanswered = Optional.empty();
    Written second = write(weights("resnet", "zone-a", 1));

    assertThat(first.changed()).isEmpty();
    assertThat(first.failure()).get().extracting(Throwable::getMessage).isEqualTo("no answer");
    assertThat(second.changed()).containsExactly(weights("resnet", "zone-a", 1));
    assertThat(write(weights("resnet", "zone-a", 1)).changed()).isEmpty();
  }

  @Test
  void keepsWithinATransactionsLimits() {
    List<ZoneWeights> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add(weights("f" + i, "zone-a", 1));
    }
    int[] wide = new int[20_000];
    wide[0] = 1;
    many.add(weights("wide1", "zone-a", wide));
    many.add(weights("wide2", "zone-a", wide));

    assertThat(store.write(FENCE, many, WeightStoreTest::nothing).changed()).hasSize(252);
    assertThat(etcd.commits).hasSize(4).allMatch(batch -> batch.size() <= 100);
  }

  @Test
  void refusesNamesThatAreNoPartOfAKey() {
    Written written = write(weights("a/b", "zone-a", 1), weights("resnet", "zone-a", 1));

    assertThat(written.problems()).hasSize(1);
    assertThat(written.changed()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void endsWhereEverythingIsAsWantedWhateverOthersDo(long seed) {
    Random random = new Random(seed);
    List<ZoneWeights> wanted = List.of();
    for (int round = 0; round < 60; round++) {
      wanted =
          IntStream.range(0, 20)
              .filter(i -> random.nextInt(4) > 0)
              .mapToObj(i -> weights("f" + i, "zone-a", 1 + random.nextInt(3)))
              .toList();
      etcd.before =
          () -> {
            String key = "golb/function/zone-a/f" + random.nextInt(20);
            if (random.nextInt(3) == 0) {
              etcd.put(key, "strange");
            } else if (random.nextInt(3) == 0) {
              etcd.remove(key);
            }
          };
      etcd.unanswered =
          random.nextInt(5) == 0 ? Optional.of(new EtcdException("away")) : Optional.empty();
      store.write(FENCE, wanted, (function, zone) -> true);
    }
    etcd.before = () -> {};
    etcd.unanswered = Optional.empty();
    store.write(FENCE, wanted, (function, zone) -> true);

    assertThat(etcd.entries).hasSize(wanted.size());
    for (ZoneWeights one : wanted) {
      assertThat(etcd.value("golb/function/zone-a/" + one.function()))
          .isEqualTo(WeightValue.text(one));
    }
  }
}
