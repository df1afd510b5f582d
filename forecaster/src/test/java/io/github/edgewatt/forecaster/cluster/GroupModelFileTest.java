package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.read.ContentHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupModelFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"upstream", "marginal"})
  void aFileOfVersionOneIsReadAndWrittenByteForByte(String kind) throws Exception {
    GroupModel model = kind.equals("upstream") ? Models.upstream() : Models.marginal();
    Path golden = golden(kind);
    Path written = folder.resolve("group_model.json");
    GroupModelFile.write(written, model);
    assertThat(Files.readString(written)).isEqualTo(Files.readString(golden));
    assertThat(GroupModelFile.read(golden)).usingRecursiveComparison().isEqualTo(model);
  }

  @ParameterizedTest
  @EnumSource(Embedding.Kind.class)
  void aMadeModelComesBackFigureForFigure(Embedding.Kind kind) throws Exception {
    GroupModel model =
        Grouping.of(Solo.input(Solo.pairs(1, 7, 90)), kind, OptionalInt.of(3), 5, "test").model();
    Path file = folder.resolve("group_model.json");
    GroupModelFile.write(file, model);
    assertThat(GroupModelFile.read(file)).usingRecursiveComparison().isEqualTo(model);
  }

  @Test
  void itsLayoutDoesNotMatter() throws Exception {
    String text = Files.readString(golden("marginal")).replaceAll("\\s*\n\\s*", "");
    assertThat(GroupModelFile.read(file(text))).isNotNull();
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    String text = Files.readString(golden("marginal"));
    refuses(text.replace("40.5", "40.6"), "damaged: its checksum is sha256:", ", its content's ");
    refuses(text.substring(0, text.length() / 2), "is damaged: it is not whole JSON");
    refuses("", "is no group model");
    refuses("{\"0\": [\"a\"]}", "is no group model");
    refuses(
        text.replace("\"version\" : 1", "\"version\" : 2"),
        "has format version 2, and this program reads up to 1: update it");
    refuses(text.replaceAll(",\\s*\"checksum\".*\"", ""), "its checksum is missing");
    assertThatThrownBy(() -> GroupModelFile.read(folder.resolve("none.json")))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("none.json: no such file or folder");
  }

  @Test
  void otherFeaturesAreNamedEvenWhereTheChecksumHolds() throws Exception {
    refuses(
        resealed("\"cpu_per_request\"", "\"cpu_per_moon\""),
        "unknown feature 'cpu_per_moon' (known: cpu_per_request, energy_per_request");
    refuses(resealed("[ 0.5, -1.0E-7 ]", "[ 0.5 ]"), "a centroid of 1 figures for points of 2");
    refuses(resealed("\"HIGH\"", "\"LOW\""), "groups that are not numbered or named one by one");
    refuses(resealed("\"group\" : 1", "\"group\" : 7"), "b in a group 7 that is not there");
  }

  /** The golden file with a change and a checksum that fits it, as another program might write. */
  private String resealed(String what, String with) throws Exception {
    String text = Files.readString(golden("marginal"));
    assertThat(text).contains(what);
    String changed = text.replace(what, with);
    assertThatThrownBy(() -> GroupModelFile.read(file(changed))).hasMessageContaining("is damaged");
    JsonMapper mapper = new JsonMapper();
    ObjectNode tree = (ObjectNode) mapper.readTree(changed);
    tree.remove("checksum");
    tree.put("checksum", "sha256:" + ContentHash.of(mapper.writeValueAsBytes(tree), 0));
    return mapper.writeValueAsString(tree);
  }

  private void refuses(String text, String... message) throws Exception {
    Path file = file(text);
    assertThatThrownBy(() -> GroupModelFile.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(message)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("group_model.json"), text);
  }

  private static Path golden(String kind) throws Exception {
    return Path.of(
        GroupModelFileTest.class.getResource("/cluster/group_model-v1-" + kind + ".json").toURI());
  }

  @Test
  void standsBesideTheList() {
    for (List<String> names :
        List.of(
            List.of("group_list.json", "group_model.json", "group_list.names.json"),
            List.of("mine.json", "mine.model.json", "mine.names.json"))) {
      Path list = folder.resolve(names.get(0));
      assertThat(GroupModelFile.beside(list)).isEqualTo(folder.resolve(names.get(1)));
      assertThat(GroupListFile.namesBeside(list)).isEqualTo(folder.resolve(names.get(2)));
    }
  }
}
