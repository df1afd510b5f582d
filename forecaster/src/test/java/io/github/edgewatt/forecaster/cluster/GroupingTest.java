package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.DatasetException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupingTest {
  @ParameterizedTest
  @CsvSource({"2,HIGH LOW", "3,HIGH LOW MEDIUM", "4,HIGH LOW MEDIUM VERY_HIGH"})
  void namesGroupsByMeanDemand(int k, String names) throws Exception {
    double[] costs = {1, 8, 60, 400};
    double[] used = new double[k];
    System.arraycopy(costs, 0, used, 0, k);
    Grouping grouping = group(Embedding.Kind.MARGINAL, OptionalInt.of(k), Solo.pairs(used));
    assertThat(grouping.model().groups())
        .extracting(Group::name)
        .containsExactlyInAnyOrder(names.split(" "));
    List<String> rising = GroupNames.rising(k);
    for (Group group : grouping.model().groups()) {
      double cost = used[rising.indexOf(group.name())];
      assertThat(group.cpuMillisPerRequest()).isCloseTo(1.05 * cost, within(cost * 0.1));
      assertThat(grouping.model().members(group)).hasSize(2);
    }
  }

  @Test
  void numbersGroupsByTheirShareOfTheVariance() throws Exception {
    GroupModel model =
        group(Embedding.Kind.UPSTREAM, OptionalInt.of(3), Solo.pairs(1, 10, 100)).model();
    assertThat(model.groups())
        .extracting(Group::name)
        .as("the dear ones lie farthest from the mean, then the cheap ones")
        .containsExactly("HIGH", "LOW", "MEDIUM");
  }

  @Test
  void beyondFourGroupsAreLevels() {
    assertThat(GroupNames.rising(5))
        .containsExactly("LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4", "LEVEL_5");
    assertThat(GroupNames.key("LEVEL_5")).isEqualTo("LEVEL_5_USAGE");
  }

  @ParameterizedTest
  @EnumSource(Embedding.Kind.class)
  void findsThePlantedNumberOfGroupsAndTheSameEachTime(Embedding.Kind kind) throws Exception {
    List<SoloSamples> functions = Solo.pairs(1, 1.2, 30, 35, 900, 950);
    Grouping grouping = group(kind, OptionalInt.empty(), functions);
    assertThat(grouping.model().groups()).hasSizeBetween(2, 3);
    assertThat(grouping.notes()).noneMatch(note -> note.contains("fewer than"));
    Grouping again = group(kind, OptionalInt.empty(), functions);
    assertThat(again.splits()).isEqualTo(grouping.splits());
    assertThat(again.model()).usingRecursiveComparison().isEqualTo(grouping.model());
  }

  @Test
  void twoFunctionsAreTwoGroups() throws Exception {
    Grouping grouping = group(Embedding.Kind.MARGINAL, OptionalInt.empty(), Solo.pairs(3));
    assertThat(grouping.model().groups())
        .extracting(Group::name)
        .containsExactlyInAnyOrder("LOW", "HIGH");
    assertThat(grouping.model().why()).isEqualTo("two functions, a group each");
  }

  @Test
  void withoutRepeatsFunctionsAreResampled() throws Exception {
    List<SoloSamples> functions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      functions.add(Solo.function("f" + i, i < 4 ? 1 + 0.1 * i : 50 + i, 1000, 1, 10, 30));
    }
    Grouping grouping = group(Embedding.Kind.MARGINAL, OptionalInt.of(2), functions);
    assertThat(grouping.notes()).contains("stability over 50 resamples of the functions");
    assertThat(grouping.splits().get(1).stability()).isGreaterThan(.9);
  }

  @Test
  void oneRowAFunctionIsEnoughForMarginalCosts() throws Exception {
    Grouping grouping =
        group(
            Embedding.Kind.MARGINAL,
            OptionalInt.of(2),
            List.of(
                Solo.function("a", 1, 1000, 1, 10),
                Solo.function("b", 1.1, 1000, 1, 25),
                Solo.function("c", 80, 1000, 1, 7)));
    assertThat(grouping.model().functions())
        .extracting(GroupedFunction::group)
        .containsExactly(1, 1, 0);
    assertThat(grouping.model().embedding().leftOut())
        .containsExactly("memory_slope", "latency_growth");
  }

  @Test
  void columnsWithoutFiguresAreLeftOutAndNamed() throws Exception {
    List<SoloSamples> functions = new ArrayList<>(Solo.pairs(1, 50));
    functions.set(0, Solo.unpowered(functions.get(0)));
    Grouping grouping = group(Embedding.Kind.UPSTREAM, OptionalInt.of(2), functions);
    assertThat(grouping.model().embedding().leftOut()).containsExactly("power_usage");
    assertThat(grouping.notes())
        .contains("left out of the vectors, since not every function has it: power_usage");
    assertThat(grouping.model().assign(functions.get(1)).distance()).isFinite();
  }

  @Test
  void overloadOnlyRowsTellSuccessAndOverloadAlone() throws Exception {
    List<SoloSamples> functions = new ArrayList<>(Solo.pairs(1, 50));
    for (int i = 0; i < functions.size(); i++) {
      List<Sample> samples = new ArrayList<>(functions.get(i).samples());
      samples.add(Solo.overloadOnly(80));
      functions.set(i, new SoloSamples(functions.get(i).function(), samples));
    }
    GridEmbedding embedding = GridEmbedding.fit(functions);
    double[] vector = embedding.vector(functions.get(0));
    int last = 3 * 18;
    assertThat(vector).hasSize(4 * 18);
    assertThat(vector[last]).as("success").isZero();
    assertThat(vector[last + 1]).as("CPU: no figure counts as 1").isEqualTo(1);
    assertThat(vector[last + 4]).as("overloaded").isEqualTo(1);
    assertThat(MarginalCosts.of(functions.get(0)).firstOverloadedRate()).isEqualTo(80);
  }

  @Test
  void saysInOneLineWhyItCannotGroup() {
    SoloSamples a = Solo.function("a", 1, 1000, 2, 20, 40);
    SoloSamples b = Solo.function("b", 9, 1000, 2, 20, 50);
    refuses(
        "b was measured at 20,50 requests/s but a at 20,40: upstream's vectors need one grid of"
            + " rates; use --vector marginal",
        OptionalInt.empty(),
        a,
        b);
    refuses(
        "grouping needs two functions or more with CPU figures, and there is only a",
        OptionalInt.empty(),
        a);
    refuses("--k 3 for 2 functions: give 2 to 2", OptionalInt.of(3), a, b);
    refuses("--k 1 for 2 functions: give 2 to 2", OptionalInt.of(1), a, b);
    SoloSamples twin = new SoloSamples("twin", a.samples());
    refuses(
        "all 2 functions have the same figures: there is nothing to group",
        OptionalInt.empty(),
        a,
        twin);
    refuses(
        "--k 3 is more than the 2 functions that differ",
        OptionalInt.of(3),
        a,
        twin,
        Solo.function("c", 9, 1000, 2, 20, 40));
  }

  @Test
  void aFunctionThatAlwaysOverloadedIsLeftOutAndNamed() throws Exception {
    SoloSamples spoilt =
        new SoloSamples("o", List.of(Solo.overloadOnly(20), Solo.overloadOnly(40)));
    List<SoloSamples> functions = new ArrayList<>(Solo.pairs(1, 50));
    functions.add(spoilt);
    Grouping grouping = group(Embedding.Kind.MARGINAL, OptionalInt.of(2), functions);
    assertThat(grouping.model().functions()).hasSize(4);
    assertThat(grouping.notes()).contains("o left out: no CPU figure at a rate it serves");
    assertThatThrownBy(() -> grouping.model().assign(spoilt))
        .isInstanceOf(DatasetException.class)
        .hasMessage("o has no CPU figure at a rate it serves: measure a lower rate");
    refuses(
        "grouping needs two functions or more with CPU figures, and there is none",
        OptionalInt.empty(),
        spoilt);
  }

  @Test
  void aNewFunctionNeedsWhatTheGroupsAreMadeOf() throws Exception {
    GroupModel model = group(Embedding.Kind.UPSTREAM, OptionalInt.of(2), Solo.pairs(1, 50)).model();
    assertThatThrownBy(() -> model.assign(Solo.function("new", 2, 1000, 1, 20, 50)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "new was measured at 20,50 requests/s, the groups at 20,40,60: measure these rates, or"
                + " make the groups with --vector marginal");
    SoloSamples unpowered = Solo.unpowered(Solo.function("new", 2, 1000, 1, 20, 40, 60));
    assertThatThrownBy(() -> model.assign(unpowered))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("new has no figure of power_usage, which the groups are made of");
    assertThat(model.assign(Solo.function("new", 1.2, 1000, 2, 10, 20, 40, 60)).group().name())
        .as("more rates than the grid has")
        .isEqualTo("LOW");
  }

  @Test
  void beyondTheReachIsNovelAndUntoldFeaturesAreNamed() throws Exception {
    GroupModel model = group(Embedding.Kind.MARGINAL, OptionalInt.of(2), Solo.pairs(1, 5)).model();
    Assignment far = model.assign(Solo.function("far", 3000, 10, 1, 2, 5, 20));
    assertThat(far.group().name()).isEqualTo("HIGH");
    assertThat(far.novel()).isTrue();
    Assignment near = model.assign(Solo.unpowered(Solo.function("near", 1, 1000, 1, 15)));
    assertThat(near.group().name()).isEqualTo("LOW");
    assertThat(near.novel()).isFalse();
    assertThat(near.margin()).isEqualTo(near.secondDistance() - near.distance()).isPositive();
    assertThat(near.untold())
        .containsExactly("energy_per_request", "memory_slope", "latency_growth");
  }

  private static void refuses(String message, OptionalInt k, SoloSamples... functions) {
    assertThatThrownBy(() -> group(Embedding.Kind.UPSTREAM, k, List.of(functions)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(message);
  }

  private static Grouping group(Embedding.Kind kind, OptionalInt k, List<SoloSamples> functions)
      throws DatasetException {
    return Grouping.of(Solo.input(functions), kind, k, 1, "test");
  }
}
