package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.DatasetException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was measured: sound groups, or one line that says why not. */
class AnyInputTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesSoundGroupsOrOneLine(long seed) {
    Random random = new Random(seed);
    int grouped = 0;
    for (int i = 0; i < 6; i++) {
      List<SoloSamples> functions = functions(random);
      for (Embedding.Kind kind : Embedding.Kind.values()) {
        OptionalInt k =
            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(6));
        try {
          GroupModel model = Grouping.of(Solo.input(functions), kind, k, seed, "test").model();
          check(model, functions);
          grouped++;
        } catch (DatasetException e) {
          assertThat(e.getMessage().lines()).hasSize(1);
        }
      }
    }
    assertThat(grouped).isPositive();
  }

  private static void check(GroupModel model, List<SoloSamples> functions) throws DatasetException {
    for (Group group : model.groups()) {
      assertThat(model.members(group)).isNotEmpty();
      assertThat(group.radius()).isNotNegative().isLessThanOrEqualTo(group.reach());
      assertThat(group.centroid()).doesNotContain(Double.NaN);
    }
    for (GroupedFunction function : model.functions()) {
      SoloSamples samples =
          functions.stream().filter(f -> f.function().equals(function.name())).findFirst().get();
      Assignment assignment = model.assign(samples);
      // k-means may leave a point on the border with an equally near group.
      assertThat(assignment.distance()).isLessThanOrEqualTo(function.distance() + 1e-9);
      assertThat(function.distance())
          .isLessThanOrEqualTo(model.groups().get(function.group()).radius() + 1e-12);
    }
  }

  private static List<SoloSamples> functions(Random random) {
    int[] rates = random.nextBoolean() ? new int[] {10} : new int[] {10, 20, 50};
    double absent = random.nextInt(3) * 0.15;
    List<SoloSamples> functions = new ArrayList<>();
    int count = 1 + random.nextInt(9);
    for (int f = 0; f < count; f++) {
      double cost = Math.pow(10, random.nextInt(5) - 1);
      List<Sample> samples = new ArrayList<>();
      for (int rate : random.nextInt(20) == 0 ? new int[] {5} : rates) {
        for (int r = 0; r <= random.nextInt(3); r++) {
          samples.add(
              new Sample(
                  rate,
                  random.nextInt(4) / 3.0,
                  figure(cost * rate, absent, random),
                  figure(1e6 * cost, absent, random),
                  figure(1e3 * cost, absent, random),
                  random.nextInt(2),
                  figure(1e7 * cost, absent, random)));
        }
      }
      functions.add(new SoloSamples("f" + f, samples));
    }
    return functions;
  }

  /** Often 0 or the same as elsewhere, sometimes absent. */
  private static double figure(double around, double absent, Random random) {
    if (random.nextDouble() < absent) {
      return Double.NaN;
    }
    return random.nextInt(5) == 0 ? 0 : around * (1 + random.nextInt(3) / 10.0);
  }
}
