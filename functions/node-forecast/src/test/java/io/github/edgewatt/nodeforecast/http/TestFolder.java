package io.github.edgewatt.nodeforecast.http;

import io.github.edgewatt.nodeforecast.TestModels;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with one model, {@code both}, for the server under test. */
public final class TestFolder implements QuarkusTestResourceLifecycleManager {
  static final String SETTING = "edgewatt.forecast.models";

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("served");
      TestModels.write(folder.resolve("both.json"), TestModels.power());
      return Map.of(SETTING, folder.toString(), "edgewatt.forecast.poll", "20ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
