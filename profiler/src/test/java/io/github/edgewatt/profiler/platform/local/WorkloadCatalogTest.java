package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadCatalogTest {
  private static final String GOOD =
      "{'name':'shasum','method':'GET','path':'/','contentType':'text/plain','body':'abcde'}";

  @TempDir Path folder;

  private List<FunctionSpec> read(String json) throws Exception {
    return WorkloadCatalog.read(
        Files.writeString(folder.resolve("functions.json"), json.replace('\'', '"')));
  }

  @Test
  void readsFunctionsInOrder() throws Exception {
    String described =
        GOOD.replace("shasum", "gzip").replace("'GET'", "'POST','description':'packs'");
    List<FunctionSpec> specs = read("[" + GOOD + "," + described + "]");
    assertThat(specs)
        .containsExactly(
            new FunctionSpec("shasum", "GET", "/", "text/plain", bytes("abcde")),
            new FunctionSpec("gzip", "POST", "/", "text/plain", bytes("abcde")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'shasum' | 'Sha'          | function 1: name 'Sha' is not a name of a-z",
        "'shasum' | ''             | function 1: name '' is not a name",
        "'shasum' | 'a-'           | function 1: name 'a-' is not a name",
        "'shasum' | 7              | function 1: name is no text",
        "'GET'    | 'HEAD'         | function 1 (shasum): method 'HEAD' is not GET, POST",
        "'/'      | 'x'            | function 1 (shasum): path 'x' is not a path",
        "'/'      | '/\\r\\nHost:' | function 1 (shasum): path '/??Host:' is not a path",
        "'text/plain' | 'text'     | function 1 (shasum): contentType 'text' is not a media type",
        "'abcde'  | null           | function 1 (shasum): body is no text",
        "'body'   | 'bodies'       | function 1: unknown field 'bodies'",
        "'GET'    | 'GET','name':'b' | line 1: Duplicate field",
        "{        | [              | line 1: ",
      })
  void refusesABadFunctionWithOneLine(String good, String bad, String message) {
    assertThatThrownBy(() -> read("[" + GOOD.replace(good, bad) + "]"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("functions.json")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void refusesWhatIsNoListOfFunctions() {
    assertThatThrownBy(() -> read("{}")).hasMessageContaining("want an array of 1 to 200");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("want an array of 1 to 200");
    assertThatThrownBy(() -> read("[1]")).hasMessageContaining("function 1: not an object");
    assertThatThrownBy(() -> read("[" + GOOD + "," + GOOD + "]"))
        .hasMessageContaining("function 2: shasum stands there twice");
    assertThatThrownBy(() -> read("[" + GOOD + "] []")).hasMessageContaining("line 1: ");
    assertThatThrownBy(() -> read(" ".repeat(2 << 20))).hasMessageContaining("over 1 MiB");
    assertThatThrownBy(() -> read("[" + GOOD.replace("abcde", "a".repeat(300_000)) + "]"))
        .hasMessageContaining("a body over 256 KiB");
    assertThatThrownBy(() -> WorkloadCatalog.read(folder.resolve("absent")))
        .hasMessageStartingWith("cannot read")
        .hasMessageContaining("NoSuchFile");
  }
}
