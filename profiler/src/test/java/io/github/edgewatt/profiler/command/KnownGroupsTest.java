package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownGroupsTest {
  @TempDir Path first;
  @TempDir Path second;

  private Map<String, String> found() throws Exception {
    return KnownGroups.read(null, List.of(first, second));
  }

  @Test
  void namesAreKnownBeforeIndices() throws Exception {
    assertThat(found()).isEmpty();
    Files.writeString(second.resolve("group_list.json"), "{\"0\": [\"env\", \"curl\"]}");
    assertThat(found()).isEqualTo(Map.of("env", "0", "curl", "0"));
    Files.writeString(second.resolve("group_list.names.json"), "{\"LOW_USAGE\": [\"env\"]}");
    assertThat(found()).isEqualTo(Map.of("env", "LOW"));
    Files.writeString(first.resolve("group_list.json"), "{\"HIGH\": [\"nmap\"]}");
    assertThat(found()).isEqualTo(Map.of("nmap", "HIGH"));
  }

  @Test
  void aDamagedListNobodyNamedIsPassedOver() throws Exception {
    Files.writeString(first.resolve("group_list.json"), "{\"0\": [\"env\"");
    Files.writeString(second.resolve("group_list.json"), "{\"1\": [\"env\"]}");
    assertThat(found()).isEqualTo(Map.of("env", "1"));
  }

  @Test
  void theListSomebodyNamesMustBeWhole() throws Exception {
    Path list = Files.writeString(first.resolve("mine.json"), "[]");
    assertThatThrownBy(() -> KnownGroups.read(list, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--groups: " + list);
    Path absent = first.resolve("absent.json");
    assertThatThrownBy(() -> KnownGroups.read(absent, List.of(first)))
        .isInstanceOf(UsageException.class)
        .hasMessage("--groups: cannot read " + absent + ": no such file or folder");
    Files.writeString(list, "{\"MEDIUM_USAGE\": [\"figlet\"]}");
    assertThat(KnownGroups.read(list, List.of())).isEqualTo(Map.of("figlet", "MEDIUM"));
  }
}
