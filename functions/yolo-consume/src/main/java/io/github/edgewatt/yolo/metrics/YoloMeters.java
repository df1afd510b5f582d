package io.github.edgewatt.yolo.metrics;

import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.model.Detected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** The meters of images, whoever they come from. */
public final class YoloMeters {
  private final MeterRegistry registry;
  private final Counter received;
  private final Counter deadLetters;
  private final Counter skewed;
  private final Spans pre;
  private final Spans inference;
  private final Spans post;
  private final Spans queue;
  private final Spans total;

  /**
   * @param registry where they are
   * @param source who results come from
   */
  public YoloMeters(MeterRegistry registry, String source) {
    this.registry = registry;
    received = counter("yolo.requests.received", "images taken up");
    deadLetters = counter("yolo.dead.letters", "images nobody can look at");
    skewed = counter("yolo.clock.skew", "images sent after they came, by the clocks of both sides");
    pre =
        new Spans(
            registry, "pre", "time", "decoding, resizing and filling the input", Tags.empty());
    inference = new Spans(registry, "inference", "time", "the model itself", Tags.empty());
    post = new Spans(registry, "post", "time", "reading the model's output", Tags.empty());
    queue = new Spans(registry, "queue", "time", "from sending to taking up", Tags.empty());
    total =
        new Spans(
            registry,
            "total",
            "time.by.source",
            "from sending until detections are known",
            Tags.of("source", source));
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  /** An image was taken up. */
  public void received() {
    received.increment();
  }

  /** It went to the dead letters. */
  public void deadLetter() {
    deadLetters.increment();
  }

  /** It was looked at. */
  public void detected(Detected detected) {
    pre.millis(detected.preMillis());
    inference.millis(detected.inferenceMillis());
    post.millis(detected.postMillis());
    for (Detection detection : detected.detections()) {
      registry.counter("yolo.detections", "class", detection.name()).increment();
    }
  }

  /**
   * It came from a queue. Where clocks disagree and it came before it was sent, its times tell
   * nothing and are left out, counted as such.
   */
  public void queued(double queueMillis, Detected detected) {
    if (queueMillis < 0) {
      skewed.increment();
      return;
    }
    queue.millis(queueMillis);
    total.millis(
        queueMillis + detected.preMillis() + detected.inferenceMillis() + detected.postMillis());
  }
}
