package io.github.edgewatt.yolo.consume;

import io.github.edgewatt.yolo.settings.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks every few seconds whether the broker is there and has the topic, so that readiness can say
 * what is missing without asking anybody.
 */
final class BrokerWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 3_000;
  private static final long ANSWER_MILLIS = 8_000;

  private final KafkaSettings kafka;
  private final ScheduledExecutorService timer;
  private final Trouble trouble;
  private final Runnable there;
  private Admin admin;
  private boolean wasThere;
  private volatile boolean asked;

  /**
   * @param there done once, when the broker and its topic are there for the first time
   */
  BrokerWatch(
      KafkaSettings kafka, ScheduledExecutorService timer, Trouble trouble, Runnable there) {
    this.kafka = kafka;
    this.timer = timer;
    this.trouble = trouble;
    this.there = there;
  }

  void start() {
    var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What is missing, as it was when last looked at. */
  Optional<String> missing() {
    return asked ? trouble.current() : Optional.of("Kafka was not asked yet");
  }

  private synchronized void look() {
    try {
      if (admin == null) {
        admin = Admin.create(ClientProperties.admin(kafka));
      }
      admin
          .describeTopics(List.of(kafka.inputTopic()))
          .allTopicNames()
          .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
      trouble.over();
      if (!wasThere) {
        wasThere = true;
        there.run();
      }
    } catch (ExecutionException e) {
      trouble.tell(reason(e.getCause()));
    } catch (TimeoutException e) {
      trouble.tell("no broker answers");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      trouble.tell(Trouble.reason(e));
    } finally {
      asked = true;
    }
  }

  private String reason(Throwable failure) {
    if (failure instanceof UnknownTopicOrPartitionException) {
      return "there is no topic " + kafka.inputTopic() + ": bin/profiler init makes it";
    }
    return failure instanceof org.apache.kafka.common.errors.TimeoutException
        ? "no broker answers"
        : Trouble.reason(failure);
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
