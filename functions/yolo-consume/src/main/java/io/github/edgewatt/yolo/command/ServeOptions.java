package io.github.edgewatt.yolo.command;

import io.github.edgewatt.service.ServerOptions;
import io.github.edgewatt.service.Service;
import io.github.edgewatt.yolo.consume.ClientProperties;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.model.OnnxDetector;
import io.github.edgewatt.yolo.settings.Settings;
import io.github.edgewatt.yolo.settings.SettingsReader;
import io.github.edgewatt.yolo.wiring.Given;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;

/** What serving takes, whether the word {@code serve} is said or not. */
final class ServeOptions {
  @Mixin private ServerOptions server;
  @Mixin private ModelOptions model;
  @Mixin private KafkaOptions kafka;

  int serve() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    model.into(variables);
    kafka.into(variables);
    Settings settings = SettingsReader.read(variables);
    Natives.use();
    ObjectDetector detector = OnnxDetector.open(settings.model());
    Given.leave(new Given(settings, detector));
    settings
        .kafka()
        .map(ClientProperties::channel)
        .orElseGet(ClientProperties::noChannel)
        .forEach(System::setProperty);
    return Service.serve(server);
  }
}
