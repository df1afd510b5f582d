package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedGroupingTest {
  private static final OptionalInt THREE = OptionalInt.of(3);
  private static final List<List<String>> UPSTREAM =
      List.of(List.of("eat-memory", "nmap"), List.of("env", "figlet", "shasum"), List.of("curl"));

  @Test
  void threeGroupsAreWrittenAsUpstreamCommittedThem(@TempDir Path folder) throws Exception {
    Grouping grouping =
        Grouping.of(PublishedProfiles.read(), Embedding.Kind.UPSTREAM, THREE, 1, "test");
    Path file = folder.resolve("group_list.json");
    GroupListFile.write(file, GroupList.of(grouping.model(), GroupList.Keys.INDICES));
    assertThat(file).hasSameTextualContentAs(PublishedProfiles.folder().resolve("group_list.json"));
    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"0\": [\"eat-memory\", \"nmap\"], \"1\": [\"env\", \"figlet\", \"shasum\"],"
                + " \"2\": [\"curl\"]}");
    assertThat(grouping.model().groups())
        .extracting(Group::name)
        .containsExactly("HIGH", "LOW", "MEDIUM");
    assertThat(grouping.notes()).anyMatch(note -> note.startsWith("6 functions: with fewer than"));
  }

  @Test
  void figuresAreThoseOfAnIndependentCalculation() throws Exception {
    Grouping grouping =
        Grouping.of(PublishedProfiles.read(), Embedding.Kind.UPSTREAM, THREE, 1, "test");
    GridEmbedding embedding = (GridEmbedding) grouping.model().embedding();
    assertThat(embedding.pca().mean()).hasSize(180);
    assertThat(embedding.pca().components()).hasNumberOfRows(1);
    assertThat(embedding.pca().explained()[0]).isCloseTo(.9557, within(5e-5));
    assertThat(embedding.pca().explained()[1]).isCloseTo(.0307, within(5e-5));
    assertThat(embedding.pca().explained()[2]).isCloseTo(.0135, within(5e-5));
    double[] distortions = {4.01, .298, .101, .015, .002, 0};
    assertThat(grouping.splits()).hasSize(6);
    for (int k = 1; k <= 6; k++) {
      assertThat(grouping.splits().get(k - 1).distortion())
          .isCloseTo(distortions[k - 1], within(k == 1 ? 5e-3 : 5e-4));
    }
    assertThat(grouping.splits().get(1).silhouette()).isCloseTo(.947, within(5e-4));
    assertThat(grouping.splits().get(2).silhouette()).isCloseTo(.783, within(5e-4));
    assertThat(grouping.splits().get(3).silhouette()).isCloseTo(.470, within(5e-4));
    assertThat(grouping.splits().get(2).stability()).isGreaterThan(.99);
  }

  @Test
  void withoutAWishTwoGroupsHaveTheBestSilhouette() throws Exception {
    Grouping grouping =
        Grouping.of(
            PublishedProfiles.read(), Embedding.Kind.UPSTREAM, OptionalInt.empty(), 1, "test");
    assertThat(grouping.model().groups())
        .extracting(Group::name)
        .containsExactlyInAnyOrder("LOW", "HIGH");
    assertThat(grouping.model().why()).contains("silhouette 0.947, stability 1.00");
  }

  @Test
  void marginalCostsGiveTheSameThreeGroups() throws Exception {
    GroupModel model =
        Grouping.of(PublishedProfiles.read(), Embedding.Kind.MARGINAL, THREE, 1, "test").model();
    assertThat(model.groups().stream().map(model::members))
        .containsExactlyInAnyOrderElementsOf(UPSTREAM);
  }

  @ParameterizedTest
  @EnumSource(Embedding.Kind.class)
  void eachFunctionLandsInItsOwnGroupWithTheSavedScaler(Embedding.Kind kind, @TempDir Path folder)
      throws Exception {
    SoloInput input = PublishedProfiles.read();
    Path file = folder.resolve("group_model.json");
    GroupModelFile.write(file, Grouping.of(input, kind, THREE, 1, "test").model());
    GroupModel model = GroupModelFile.read(file);
    for (GroupedFunction function : model.functions()) {
      Assignment assignment = model.assign(input.of(function.name()));
      assertThat(assignment.group().index()).as(function.name()).isEqualTo(function.group());
      assertThat(assignment.distance()).isCloseTo(function.distance(), within(1e-9));
      assertThat(assignment.novel()).as(function.name()).isFalse();
    }
  }

  /**
   * Without curl no group is like it; nmap and eat-memory are each other's nearest, though too
   * different to vouch for each other; the light ones find each other.
   */
  @ParameterizedTest
  @EnumSource(Embedding.Kind.class)
  void aFunctionLeftOutLandsSensibly(Embedding.Kind kind) throws Exception {
    SoloInput all = PublishedProfiles.read();
    Map<String, String> landed = new TreeMap<>();
    Map<String, Boolean> novel = new TreeMap<>();
    for (SoloSamples left : all.functions()) {
      List<SoloSamples> others = new ArrayList<>(all.functions());
      others.remove(left);
      GroupModel model = Grouping.of(Solo.input(others), kind, THREE, 1, "test").model();
      Assignment assignment = model.assign(left);
      landed.put(left.function(), String.join("+", model.members(assignment.group())));
      novel.put(left.function(), assignment.novel());
      System.out.printf(
          "%s without %s: nearest %s at %.2f (reach %.2f), next at %.2f, novel %s%n",
          kind,
          left.function(),
          landed.get(left.function()),
          assignment.distance(),
          assignment.group().reach(),
          assignment.secondDistance(),
          assignment.novel());
    }
    assertThat(landed)
        .containsEntry("nmap", "eat-memory")
        .containsEntry("eat-memory", "nmap")
        .containsEntry("env", "figlet+shasum")
        .containsEntry("figlet", "env+shasum")
        .containsEntry("shasum", "env+figlet");
    assertThat(novel)
        .containsEntry("curl", true)
        .containsEntry("env", false)
        .containsEntry("figlet", false)
        .containsEntry("shasum", false);
  }

  @Test
  void threeRatesFindTheGroupWhereTheyShowTheKnee() throws Exception {
    SoloInput input = PublishedProfiles.read();
    GroupModel model = Grouping.of(input, Embedding.Kind.MARGINAL, THREE, 1, "test").model();
    for (SoloSamples function : input.functions()) {
      for (int[] rates : new int[][] {{20, 40, 100}, {20, 60, 120}, {40, 80, 100}}) {
        SoloSamples few =
            new SoloSamples(
                function.function(),
                function.samples().stream()
                    .filter(s -> List.of(rates[0], rates[1], rates[2]).contains(s.rate()))
                    .toList());
        assertThat(model.members(model.assign(few).group()))
            .as("%s at %s", function.function(), few.rates())
            .contains(function.function());
      }
    }
  }
}
