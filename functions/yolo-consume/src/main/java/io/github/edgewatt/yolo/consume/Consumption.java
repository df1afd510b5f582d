package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.service.Readiness;
import io.github.edgewatt.yolo.message.Image;
import io.github.edgewatt.yolo.message.ResultJson;
import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.settings.KafkaSettings;
import io.github.edgewatt.yolo.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Takes images from the channel, as many at once as there are workers, for as long as we live. */
@Singleton
class Consumption implements Readiness {
  private static final Logger LOG = Logger.getLogger(Consumption.class);
  private static final int UNCOMMITTED_PER_WORKER = 16;
  private static final long LAST_IMAGES_SECONDS = 10;

  private final Settings settings;
  private final ObjectDetector detector;
  private final YoloMeters meters;
  private final Multi<Message<byte[]>> images;
  private final Trouble broker;
  private final Trouble results;
  private volatile boolean stopping;
  private ExecutorService workers;
  private BrokerWatch watch;
  private Outbox outbox;

  @Inject
  Consumption(
      Settings settings,
      ObjectDetector detector,
      YoloMeters meters,
      @Channel("images") Multi<Message<byte[]>> images) {
    this.settings = settings;
    this.detector = detector;
    this.meters = meters;
    this.images = images;
    broker =
        new Trouble(
            "Kafka at " + settings.kafka().map(KafkaSettings::servers).orElse("-"),
            System::nanoTime);
    results = new Trouble("results cannot be written", System::nanoTime);
  }

  void start(@Observes StartupEvent event) {
    if (settings.kafka().isEmpty()) {
      return;
    }
    KafkaSettings kafka = settings.kafka().get();
    workers = Executors.newFixedThreadPool(settings.workers(), daemon("image"));
    outbox =
        new Outbox(
            () ->
                new KafkaProducer<>(
                    ClientProperties.producer(kafka),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()),
            Executors.newSingleThreadScheduledExecutor(daemon("outbox")),
            results);
    ImageLine line =
        new ImageLine(
            settings,
            new Examiner(detector, Thread::sleep),
            new ResultJson(settings.source(), detector.name(), detector.dimensions()),
            outbox,
            meters,
            UNCOMMITTED_PER_WORKER * settings.workers(),
            Clock.systemUTC(),
            System::nanoTime);
    watch =
        new BrokerWatch(
            kafka,
            Executors.newSingleThreadScheduledExecutor(daemon("broker-watch")),
            broker,
            () -> subscribe(line, kafka));
    watch.start();
  }

  private void subscribe(ImageLine line, KafkaSettings kafka) {
    LOG.infof(
        "images from %s as %s, results to %s",
        kafka.inputTopic(), kafka.group(), settings.publish() ? kafka.outputTopic() : "nobody");
    images
        .onItem()
        .transformToUni(
            message ->
                Uni.createFrom()
                    .voidItem()
                    .emitOn(workers)
                    .onItem()
                    .invoke(() -> take(line, message)))
        .merge(settings.workers())
        .subscribe()
        .with(ignored -> {}, Consumption::ended, () -> {});
  }

  private void take(ImageLine line, Message<byte[]> message) {
    if (stopping) {
      return;
    }
    IncomingKafkaRecord<?, ?> record = message.unwrap(IncomingKafkaRecord.class);
    Image image =
        new Image(
            record.getTopic(),
            record.getPartition(),
            record.getOffset(),
            (byte[]) record.getKey(),
            message.getPayload(),
            record.getTimestamp().toEpochMilli());
    try {
      line.take(image, message::ack);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Not done, so it is not committed and comes again to whoever has the partition next.
      ended(e);
    }
  }

  private static void ended(Throwable failure) {
    LOG.errorf(failure, "images cannot be consumed any more: %s", Trouble.reason(failure));
    Quarkus.asyncExit(1);
  }

  @Override
  public Optional<String> missing() {
    return watch == null ? Optional.empty() : watch.missing().or(results::current);
  }

  /** Before the channel ends: what is being looked at is finished, delivered and committed. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (watch == null) {
      return;
    }
    watch.close();
    workers.shutdown();
    if (!workers.awaitTermination(LAST_IMAGES_SECONDS, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
    outbox.close();
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
