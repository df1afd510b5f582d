package io.github.edgewatt.forecaster.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.RandomModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileFaultsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("model.json");
  }

  /** What reading says, after the file's name. */
  private String refusal() {
    DatasetException e =
        catchThrowableOfType(DatasetException.class, () -> ModelFile.read(file, 64 << 20));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).startsWith(file + " ").doesNotContain("\n");
    return e.getMessage().substring(file.toString().length() + 1);
  }

  /** What reading a model says that was changed and then given a right checksum. */
  private String refusalOf(Consumer<ObjectNode> change) throws IOException {
    ObjectNode json = ModelJson.of(TinyModel.MODEL);
    change.accept(json);
    Files.write(file, Envelope.wrap(json));
    return refusal();
  }

  private static ObjectNode at(ObjectNode json, String pointer) {
    return (ObjectNode) json.at(pointer);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 1000})
  void truncated(int missing) throws Exception {
    ModelFile.write(file, TinyModel.MODEL);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - missing));
    assertThat(refusal()).matches("is truncated: \\d+ of \\d+ bytes are there; copy it again");
  }

  @Test
  void truncatedWhilePacked() throws Exception {
    Path packed = folder.resolve("model.json.gz");
    ModelFile.write(packed, TinyModel.MODEL);
    byte[] whole = Files.readAllBytes(packed);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal()).isEqualTo("is truncated: its gzip data ends early; copy it again");
  }

  @Test
  void anyDamagedByteIsNoticed() throws Exception {
    ModelFile.write(file, TinyModel.MODEL);
    byte[] whole = Files.readAllBytes(file);
    int body = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[body + random.nextInt(whole.length - body)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertThat(refusal()).startsWith("is damaged or was edited: its checksum differs");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 5));
    assertThat(refusal()).startsWith("is damaged or was edited");
  }

  @Test
  void noModelAtAll() throws Exception {
    for (String text :
        new String[] {"", "\n", "{}\n", "rate,cpu\n50,1\n", "{\"a\": 1}\n", "[1]\n"}) {
      Files.writeString(file, text);
      assertThat(refusal()).startsWith("is no model: its first line does not say");
    }
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    assertThat(refusal()).startsWith("is damaged: ");
  }

  @Test
  void fromANewerVersion() throws Exception {
    Files.writeString(file, "{\"format\": \"edgewatt-model\", \"version\": 2, \"other\": 1,\n}\n");
    assertThat(refusal())
        .isEqualTo("has version 2, this edgewatt reads up to 1: use a newer edgewatt");
    Files.writeString(file, "{\"format\": \"edgewatt-model\",\n}\n");
    assertThat(refusal()).isEqualTo("does not say its version");
  }

  @Test
  void tooLarge() throws Exception {
    ModelFile.write(file, new RandomModels(1).complete(20, 1001));
    long size = Files.size(file);
    assertThat(size).isGreaterThan(1 << 20);
    DatasetException large =
        catchThrowableOfType(DatasetException.class, () -> ModelFile.read(file, 1 << 20));
    assertThat(large).hasMessage(file + " takes more than the 1 MiB a model may have");

    Path packed = folder.resolve("zeros.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(new byte[2 << 20]);
    }
    DatasetException bomb =
        catchThrowableOfType(DatasetException.class, () -> ModelFile.read(packed, 1 << 20));
    assertThat(bomb).hasMessage(packed + " unpacks to more than the 1 MiB a model may have");
  }

  @Test
  void otherFeatures() throws Exception {
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/space/features")).set(3, "power_kw")))
        .isEqualTo(
            "was trained on other features: space.features[3] is power_kw, this edgewatt computes"
                + " power_watts; use the edgewatt that trained it, or train anew");
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/space/features")).add("moon_phase")))
        .contains("space.features[16] is moon_phase, this edgewatt computes none");
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/space/features")).remove(15)))
        .contains("space.features[15] is missing, this edgewatt computes idle_power_watts");
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/function_features")).set(0, "x")))
        .contains("function_features[0] is x, this edgewatt computes cores");
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/targets/cpu/features")).set(1, "x")))
        .contains("targets.cpu.features[1] is x, which this edgewatt does not compute");
    assertThat(refusalOf(json -> at(json, "/space").put("family", "dreams")))
        .startsWith("has features of family dreams, which this edgewatt does not compute");
  }

  @Test
  void otherUnitsTargetsAndLearners() throws Exception {
    assertThat(refusalOf(json -> at(json, "/targets/cpu").put("unit", "cores")))
        .startsWith("has other units: targets.cpu is in cores, this edgewatt reads % of one core");
    assertThat(refusalOf(json -> at(json, "/targets").set("noise", json.at("/targets/cpu"))))
        .isEqualTo(
            "forecasts targets.noise, which this edgewatt does not know;"
                + " it knows cpu, power, ram, ram-percent");
    assertThat(refusalOf(json -> at(json, "/overload/regressor").put("kind", "oracle")))
        .startsWith("has a learner this edgewatt does not know: overload.regressor.kind is oracle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/overload/regressor|nodes|4|overload.regressor.feature has 3 bytes where",
        "/overload/regressor|nodes|0|overload.regressor.nodes is 0, not 1 to",
        "/overload/regressor|nodes|2000000000|overload.regressor.nodes is 2000000000, not 1 to",
        "/overload/regressor|trees|2|overload.regressor.trees is 2 but its nodes make 1",
        "/nodes/0|cores|0|a node type needs at least one core",
        "/adaptations/0|widening|NaN|adaptations[0].widening is missing or not a number",
        "/header|rows|many|header.rows is missing or not a whole number",
        "/header|trained_at|noon|header.trained_at is no time in UTC",
        "/header|tool||header.tool is missing or not a text",
        "/physics|sharpness|x|physics.sharpness is missing or not a number",
        "/targets/cpu|absolute|x|targets.cpu.absolute is missing or not true or false"
      })
  void wrongFields(String pointer, String name, String value, String said) throws Exception {
    assertThat(
            refusalOf(
                json -> {
                  ObjectNode object = at(json, pointer);
                  if (value == null) {
                    object.remove(name);
                  } else if (value.matches("\\d+")) {
                    object.put(name, Integer.parseInt(value));
                  } else {
                    object.put(name, value);
                  }
                }))
        .startsWith("is damaged: ")
        .contains(said);
  }

  @Test
  void wrongArrays() throws Exception {
    assertThat(
            refusalOf(
                json -> ((ArrayNode) json.at("/targets/cpu/regressor/parts/1/weights")).add(1)))
        .contains("targets.cpu.regressor.parts[1].weights has 3 entries for 2 features");
    assertThat(refusalOf(json -> at(json, "/overload/regressor").put("value", "?")))
        .contains("overload.regressor.value is not base64");
    assertThat(refusalOf(json -> feature(json, 1, -1, -1)))
        .contains("overload.regressor.feature names feature 1 of 1");
    assertThat(refusalOf(json -> feature(json, -2, -1, -1)))
        .contains("overload.regressor.feature names feature -2 of 1");
    assertThat(refusalOf(json -> feature(json, 0, -1, 0)))
        .contains("overload.regressor.trees: node 2 has no children");
    String nan =
        Base64.getEncoder()
            .encodeToString(
                new byte[] {
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  (byte) 0xf8,
                  0x7f,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  0
                });
    assertThat(refusalOf(json -> at(json, "/overload/regressor").put("value", nan)))
        .contains("overload.regressor.value holds NaN");
    assertThat(refusalOf(json -> ((ArrayNode) json.at("/overload/calibration/to")).set(0, 2)))
        .contains("a map must rise");
    assertThat(refusalOf(json -> at(json, "/profiles/functions").putArray("env")))
        .contains("no measurement of env alone");
    assertThat(refusalOf(json -> json.remove("nodes"))).contains("nodes is missing or not a list");
    assertThat(refusalOf(ObjectNode::removeAll)).contains("space is missing or no object");
  }

  private static void feature(ObjectNode json, int... features) {
    byte[] bytes = new byte[features.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) features[i];
    }
    at(json, "/overload/regressor").put("feature", Base64.getEncoder().encodeToString(bytes));
  }
}
