package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedGroupingTest {
  private static final OptionalInt THREE = OptionalInt.of(3);

  @Test
  void threeGroupsAreWrittenAsUpstreamCommittedThem(@TempDir Path folder) throws Exception {
    Grouping grouping =
        Grouping.of(PublishedProfiles.read(), Embedding.Kind.UPSTREAM, THREE, 1, "test");
    Path file = folder.resolve("group_list.json");
    GroupListFile.write(file, GroupList.of(grouping.model(), GroupList.Keys.INDICES));
    assertThat(file)
        .hasSameTextualContentAs(PublishedProfiles.folder().resolve("group_list.json"));
    assertThat(Files.readString(file))
        .isEqualTo(
            "{\"0\": [\"eat-memory\", \"nmap\"], \"1\": [\"env\", \"figlet\", \"shasum\"],"
                + " \"2\": [\"curl\"]}");
    assertThat(grouping.model().groups()).extracting(Group::name)
        .containsExactly("HIGH", "LOW", "MEDIUM");
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
  }

  @Test
  void printAll() throws Exception {
    for (Embedding.Kind kind : Embedding.Kind.values()) {
      for (OptionalInt k : List.of(OptionalInt.empty(), THREE)) {
        Grouping g = Grouping.of(PublishedProfiles.read(), kind, k, 1, "test");
        System.out.println(kind + " " + g.model().why() + " " + g.notes());
        g.splits().forEach(System.out::println);
        g.model().groups().forEach(x -> System.out.println(x + " " + g.model().members(x)));
        g.model().functions().forEach(System.out::println);
      }
      for (SoloSamples left : PublishedProfiles.read().functions()) {
        for (int k = 2; k <= 3; k++) {
          Assignment a = leaveOut(left, kind, k);
          System.out.printf("LOO %s k=%d %s -> %s %s d %.3f (radius %.3f, reach %.3f) second %s %.3f novel %s%n",
            kind, k, left.function(), a.group().name(), leftGroup, a.distance(), a.group().radius(), a.group().reach(), a.second().name(), a.secondDistance(), a.novel());
        }
      }
    }
  }
  String leftGroup;

  Assignment leaveOut(SoloSamples left, Embedding.Kind kind, int k) throws Exception {
    SoloInput all = PublishedProfiles.read();
    List<SoloSamples> others = new ArrayList<>(all.functions());
    others.removeIf(f -> f.function().equals(left.function()));
    GroupModel m = Grouping.of(new SoloInput(others, all.files(), all.sha256(), List.of()), kind, OptionalInt.of(k), 1, "test").model();
    Assignment a = m.assign(left);
    leftGroup = m.members(a.group()).toString();
    return a;
  }

  @ParameterizedTest
  @EnumSource(Embedding.Kind.class)
  void eachFunctionLandsInItsOwnGroupWithTheSavedScaler(Embedding.Kind kind) throws Exception {
    SoloInput input = PublishedProfiles.read();
    GroupModel model = Grouping.of(input, kind, THREE, 1, "test").model();
    for (GroupedFunction function : model.functions()) {
      Assignment assignment = model.assign(input.of(function.name()));
      assertThat(assignment.group().index()).as(function.name()).isEqualTo(function.group());
      assertThat(assignment.distance()).isCloseTo(function.distance(), within(1e-9));
      assertThat(assignment.novel()).as(function.name()).isFalse();
    }
  }
}
