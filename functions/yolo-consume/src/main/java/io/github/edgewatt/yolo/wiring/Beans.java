package io.github.edgewatt.yolo.wiring;

import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What was given, as beans. Kafka and HTTP share the one model. */
final class Beans {
  @Produces
  @Singleton
  Settings settings() {
    return Given.taken().settings();
  }

  @Produces
  @Singleton
  ObjectDetector detector() {
    return Given.taken().detector();
  }

  void close(@Disposes ObjectDetector detector) {
    detector.close();
  }

  @Produces
  @Singleton
  YoloMeters meters(MeterRegistry registry, Settings settings) {
    return new YoloMeters(registry, settings.source());
  }
}
