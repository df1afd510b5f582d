package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import io.github.edgewatt.yolo.graph.TinyHeads;
import io.github.edgewatt.yolo.graph.TinyModel;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
  @TempDir Path folder;

  @Test
  void tellsThatThereIsNoModel() {
    refused(folder.resolve("none.onnx").toString())
        .hasMessage("no such model: " + folder.resolve("none.onnx"));
    refused(folder.toString()).hasMessage("no readable file: " + folder);
    refused("synthetic:a lot")
        .hasMessage(
            "a synthetic model is synthetic:<GFLOPs> with .001 to 1000 of them, not synthetic:a lot");
  }

  /** Newer ones report what is run to their makers, over a network that is being measured. */
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64", "linux-aarch64"})
  void theRuntimeReportsToNobody(String platform) throws Exception {
    String name = "/ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
    try (InputStream natives = OrtEnvironment.class.getResourceAsStream(name)) {
      String text = new String(natives.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(text.contains("onnxruntime::")).isTrue();
      assertThat(text.contains("ORT_DISABLE_TELEMETRY")).isFalse();
    }
  }

  @Test
  void tellsThatAFileIsNoModel() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a model at all");
    Path empty = Files.writeString(folder.resolve("empty.onnx"), "");

    refused(text.toString()).hasMessageStartingWith(text + " is no ONNX model that runs: ");
    refused(empty.toString()).hasMessageStartingWith(empty + " is no ONNX model that runs: ");
  }

  @Test
  void tellsTheShapeOfAHeadItDoesNotKnow() throws Exception {
    refused(file(TinyHeads.classifier()))
        .hasMessageContaining("an unknown head: output [1, 3] for input [1, 3, 128, 128]");
    refused(file(TinyHeads.sums())).hasMessageContaining("wants an input of [1, 4]");
  }

  @Test
  void tellsThatNamesDoNotFit() throws Exception {
    Path two = Files.write(folder.resolve("names.txt"), List.of("red", "green", ""));
    String model = file(TinyModel.bytes(64));

    assertThatThrownBy(() -> OnnxDetector.open(settings(model, Optional.of(two), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are 2 class names, but the model has 3 classes");
    assertThatThrownBy(
            () -> OnnxDetector.open(settings(model, Optional.of(folder.resolve("gone")), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no class names can be read from " + folder.resolve("gone"));
  }

  @Test
  void tellsThatThreadsAreTooFew() {
    assertThatThrownBy(() -> OnnxDetector.open(settings("tiny", Optional.empty(), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model runs on 1 thread or more, not 0");
  }

  @Test
  void numbersClassesWithoutNamesAndKnowsCocos() {
    assertThat(ClassNames.unnamed(3)).containsExactly("0", "1", "2");
    assertThat(ClassNames.unnamed(80)).hasSize(80).startsWith("person").endsWith("toothbrush");
    assertThat(ClassNames.unnamed(80)).doesNotHaveDuplicates();
  }

  @Test
  void detectsNothingAnyMoreOnceClosed() {
    OnnxDetector detector = OnnxDetector.open(ModelSettings.of("tiny"));
    detector.close();
    detector.close();

    assertThatThrownBy(() -> detector.detect(new byte[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model tiny is closed");
  }

  private AbstractThrowableAssert<?, ?> refused(String model) {
    return assertThatThrownBy(() -> OnnxDetector.open(ModelSettings.of(model)))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private String file(byte[] model) throws Exception {
    return Files.write(folder.resolve("model.onnx"), model).toString();
  }

  private static ModelSettings settings(String model, Optional<Path> classes, int threads) {
    return new ModelSettings(
        model,
        classes,
        OptionalInt.empty(),
        threads,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        ModelSettings.MAX_PIXELS);
  }
}
