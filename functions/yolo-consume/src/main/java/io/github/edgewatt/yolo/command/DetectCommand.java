package io.github.edgewatt.yolo.command;

import io.github.edgewatt.service.Service;
import io.github.edgewatt.yolo.message.DetectionsJson;
import io.github.edgewatt.yolo.message.Json;
import io.github.edgewatt.yolo.model.BadImageException;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.model.OnnxDetector;
import io.github.edgewatt.yolo.settings.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "Prints what is found in images, a line of JSON each.")
final class DetectCommand implements Callable<Integer> {
  @Mixin private ModelOptions model;

  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "files: JPEG, PNG, GIF or BMP")
  private List<Path> images;

  @Override
  public Integer call() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    model.into(variables);
    Natives.use();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    int bad = 0;
    try (ObjectDetector detector = OnnxDetector.open(SettingsReader.model(variables))) {
      for (Path image : images) {
        try {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("image", image.toString());
          line.putAll(
              DetectionsJson.answer(
                  detector.name(),
                  detector.dimensions(),
                  detector.detect(Files.readAllBytes(image))));
          out.println(new String(Json.bytes(line), StandardCharsets.UTF_8));
        } catch (IOException e) {
          System.err.println("edgewatt: cannot read " + image);
          bad++;
        } catch (BadImageException e) {
          System.err.println("edgewatt: " + image + ": " + e.getMessage());
          bad++;
        }
      }
    }
    return bad == 0 ? 0 : Service.BAD_INPUT;
  }
}
