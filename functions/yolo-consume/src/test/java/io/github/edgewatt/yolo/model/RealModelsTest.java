package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other people's runs of two real models found on six photos, this one finds too. */
class RealModelsTest {
  private static final Pattern PHOTO = Pattern.compile("^\\S+ thr=\\S+ (\\S+) (\\d+)x(\\d+) .*");
  private static final Pattern FOUND =
      Pattern.compile("^\\s+(.+?)\\s+([0-9.]+) \\[(-?\\d+),(-?\\d+),(-?\\d+),(-?\\d+)]");
  private static final double SCORE_TOLERANCE = 0.03;
  private static final double LEAST_OVERLAP = 0.9;

  @ParameterizedTest
  @CsvSource({
    "yolox-nano, yolox_nano.onnx, coco_classes.txt, 0.3",
    "fastestdet, FastestDet.onnx, coco.names, 0.65"
  })
  void findsWhatTheReferenceFound(String folder, String model, String classes, double threshold)
      throws Exception {
    Path home = Shared.path("models/" + folder);
    Path photos = Shared.path("images");
    Map<String, List<Detection>> expected = expected(home.resolve("expected-detections.txt"));
    assertThat(expected).hasSize(6);
    List<String> differences = new ArrayList<>();
    ModelSettings settings =
        new ModelSettings(
            home.resolve(model).toString(),
            Optional.of(home.resolve(classes)),
            OptionalInt.empty(),
            1,
            OptionalDouble.of(threshold - SCORE_TOLERANCE),
            OptionalDouble.empty(),
            ModelSettings.MAX_PIXELS);
    try (OnnxDetector detector = OnnxDetector.open(settings)) {
      for (var photo : expected.entrySet()) {
        List<Detection> found =
            detector.detect(Files.readAllBytes(photos.resolve(photo.getKey()))).detections();
        for (String difference : differences(photo.getValue(), found, threshold)) {
          differences.add(photo.getKey() + ": " + difference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<String> differences(
      List<Detection> expected, List<Detection> found, double threshold) {
    List<String> differences = new ArrayList<>();
    List<Detection> left = new ArrayList<>(found);
    for (Detection wanted : expected) {
      Optional<Detection> nearest =
          left.stream()
              .filter(one -> one.name().equals(wanted.name()))
              .max((a, b) -> Double.compare(overlap(a, wanted), overlap(b, wanted)));
      if (nearest.isEmpty()
          || overlap(nearest.get(), wanted) < LEAST_OVERLAP
          || Math.abs(nearest.get().score() - wanted.score()) > SCORE_TOLERANCE) {
        differences.add("wanted " + wanted + ", nearest " + nearest.orElse(null));
      }
      nearest.ifPresent(left::remove);
    }
    left.stream()
        .filter(one -> one.score() >= threshold + SCORE_TOLERANCE)
        .forEach(one -> differences.add("found too " + one));
    return differences;
  }

  private static double overlap(Detection one, Detection other) {
    return one.box().overlap(other.box());
  }

  private static Map<String, List<Detection>> expected(Path file) throws Exception {
    Map<String, List<Detection>> photos = new LinkedHashMap<>();
    List<Detection> current = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher photo = PHOTO.matcher(line);
      Matcher found = FOUND.matcher(line);
      if (photo.matches()) {
        current = new ArrayList<>();
        photos.put(photo.group(1), current);
      } else if (found.matches()) {
        current.add(
            new Detection(
                found.group(1),
                Double.parseDouble(found.group(2)),
                new Box(
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(4)),
                    Integer.parseInt(found.group(5)),
                    Integer.parseInt(found.group(6)))));
      }
    }
    return photos;
  }
}
