package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** functions.json is what the profiler lists and calls: it must tell what is served. */
class FunctionsFileTest {
  record Entry(
      String name,
      String method,
      String path,
      String contentType,
      String body,
      String description) {}

  private final List<Entry> entries = read();

  @Test
  void namesTheFunctionsThereAre() {
    assertThat(entries).extracting(Entry::name).isEqualTo(FunctionNames.ALL);
    assertThat(Arrays.stream(Functions.class.getDeclaredMethods()))
        .extracting(FunctionsFileTest::funqName)
        .filteredOn(Objects::nonNull)
        .containsExactlyInAnyOrderElementsOf(FunctionNames.ALL);
  }

  @Test
  void everyBodyIsOneTheFunctionTakes() {
    Settings settings =
        new SmallRyeConfigBuilder()
            .withMapping(Settings.class)
            .withDefaultValue("edgewatt.function", FunctionNames.FIGLET)
            .build()
            .getConfigMapping(Settings.class);
    Workers workers = new Workers(settings);
    Catalogue catalogue = new Catalogue(new Functions(settings, workers, null), workers);
    for (Entry entry : entries) {
      assertThat(entry.path()).isEqualTo("/");
      assertThat(entry.method()).isIn("GET", "POST");
      assertThat(entry.description()).isNotBlank().doesNotContain("\n");
      assertThatCode(
              () -> Bodies.read(bytes(entry), entry.contentType(), catalogue.find(entry.name())))
          .as(entry.name())
          .doesNotThrowAnyException();
    }
  }

  private static byte[] bytes(Entry entry) {
    return entry.body().getBytes(StandardCharsets.UTF_8);
  }

  private static String funqName(Method method) {
    Funq funq = method.getAnnotation(Funq.class);
    return funq == null ? null : funq.value();
  }

  private static List<Entry> read() {
    try {
      return new ObjectMapper()
          .readValue(Path.of("functions.json").toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalStateException("functions.json cannot be read", e);
    }
  }
}
