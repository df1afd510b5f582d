package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupListTest {
  private static final GroupModel MODEL = Models.marginal();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INDICES | {\"0\": [\"a\", \"c\"], \"1\": [\"b\"]}",
        "NAMES   | {\"HIGH_USAGE\": [\"a\", \"c\"], \"LOW_USAGE\": [\"b\"]}",
        "BOTH    | {\"0\": [\"a\", \"c\"], \"1\": [\"b\"],"
            + " \"HIGH_USAGE\": [\"a\", \"c\"], \"LOW_USAGE\": [\"b\"]}"
      })
  void everyFormIsWrittenAndRead(GroupList.Keys keys, String text) throws Exception {
    GroupList list = GroupList.of(MODEL, keys);
    assertThat(GroupListFile.text(list)).isEqualTo(text);
    Path file = Files.writeString(folder.resolve("group_list.json"), text);
    assertThat(GroupListFile.read(file)).isEqualTo(list);
    assertThat(list.byFunction(MODEL).get("c").name()).isEqualTo("HIGH");
    assertThat(list.named(MODEL)).isEqualTo(GroupList.of(MODEL, GroupList.Keys.NAMES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'0': ['a'], '1': ['b']} | {'0': [], '1': ['b', 'a']}",
        "{'1': ['b']} | {'1': ['b', 'a']}",
        "{'0': ['a', 'c']} | {'0': ['c'], '1': ['a']}",
        "{'HIGH_USAGE': ['a'], 'LOW_USAGE': []} | {'HIGH_USAGE': [], 'LOW_USAGE': ['a']}",
        "{'HIGH': ['a'], 'LOW': ['b']} | {'HIGH': [], 'LOW': ['b', 'a']}",
        "{'0': ['a'], '1': [], 'HIGH_USAGE': ['a']} | {'0': [], '1': ['a'], 'HIGH_USAGE': [],"
            + " 'LOW_USAGE': ['a']}",
        "{'7': ['a'], '1': []} | {'7': [], '1': ['a']}",
        "{'1': ['a', 'b']} | {'1': ['a', 'b']}",
        "{} | {'1': ['a']}"
      })
  void aFunctionMovesUnderTheKeysTheListHas(String before, String after) throws Exception {
    GroupList list = list(before);
    assertThat(list.with("a", MODEL.groups().get(1))).isEqualTo(list(after));
  }

  @Test
  void contradictionsAreNamed() throws Exception {
    GroupList list = list("{'0': ['a'], 'LOW_USAGE': ['a']}");
    assertThatThrownBy(() -> list.byFunction(MODEL))
        .isInstanceOf(DatasetException.class)
        .hasMessage("a stands in the groups HIGH and LOW: take it out of one");
  }

  @Test
  void theLastNineListsAreKept() throws Exception {
    Path file = folder.resolve("group_list.json");
    assertThat(GroupListFile.write(file, list("{'0': ['f0']}"))).isEmpty();
    assertThat(GroupListFile.write(file, list("{'0': ['f0']}"))).as("unchanged").isEmpty();
    for (int i = 1; i <= 12; i++) {
      assertThat(GroupListFile.write(file, list("{'0': ['f" + i + "']}")))
          .contains(folder.resolve("group_list.json.1"));
    }
    assertThat(file).hasContent("{\"0\": [\"f12\"]}");
    assertThat(folder.resolve("group_list.json.1")).hasContent("{\"0\": [\"f11\"]}");
    assertThat(folder.resolve("group_list.json.9")).hasContent("{\"0\": [\"f3\"]}");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(10);
    }
  }

  @Test
  void whatCannotBeReadIsKeptToo() throws Exception {
    Path file = Files.writeString(folder.resolve("group_list.json"), "not a list");
    GroupListFile.write(file, list("{'0': ['a']}"));
    assertThat(folder.resolve("group_list.json.1")).hasContent("not a list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"0\": \"a\"}", "{\"0\": [1]}", "{\"0\": [\"a\"]", ""})
  void othersAreRefusedInOneLine(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("group_list.json"), text);
    assertThatThrownBy(() -> GroupListFile.read(file))
        .isInstanceOf(DatasetException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .hasMessageContaining("group_list.json is ");
  }

  @Test
  void namesOutsideAsciiAreEscaped() throws Exception {
    GroupList list = new GroupList(Map.of("0", List.of("größe")));
    assertThat(GroupListFile.text(list)).isEqualTo("{\"0\": [\"gr\\u00F6\\u00DFe\"]}");
  }

  private GroupList list(String text) throws Exception {
    Path file = Files.createTempFile(folder.getParent(), "list", ".json");
    try {
      return GroupListFile.read(Files.writeString(file, text.replace('\'', '"')));
    } finally {
      Files.delete(file);
    }
  }
}
