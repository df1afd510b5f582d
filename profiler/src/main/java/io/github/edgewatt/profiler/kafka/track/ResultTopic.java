package io.github.edgewatt.profiler.kafka.track;

import io.github.edgewatt.profiler.kafka.KafkaErrors;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topic of results as the cluster knows it.
 *
 * @param partitions how many it has
 */
record ResultTopic(Uuid id, int partitions) {
  /**
   * Asks the cluster.
   *
   * @throws TrackFailure where it does not answer in time or has no such topic
   * @throws PlatformException where no client could be made
   */
  static ResultTopic ask(KafkaTarget target, Duration timeout)
      throws TrackFailure, PlatformException, InterruptedException {
    Properties properties = target.client();
    int millis = (int) timeout.toMillis();
    properties.put("default.api.timeout.ms", millis);
    properties.put("request.timeout.ms", millis);
    try (Admin admin = admin(target, properties)) {
      TopicDescription topic =
          admin
              .describeTopics(List.of(target.output()))
              .allTopicNames()
              .get(millis, TimeUnit.MILLISECONDS)
              .get(target.output());
      return new ResultTopic(topic.topicId(), topic.partitions().size());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new TrackFailure(
            "there is no topic "
                + target.output()
                + " at "
                + target.servers()
                + ": make it with bin/profiler init",
            e);
      }
      throw silent(target, e.getCause());
    } catch (TimeoutException e) {
      throw silent(target, e);
    }
  }

  private static Admin admin(KafkaTarget target, Properties properties) throws PlatformException {
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      throw KafkaErrors.setup(target, e);
    }
  }

  private static TrackFailure silent(KafkaTarget target, Throwable cause) {
    return new TrackFailure(
        "Kafka at "
            + target.servers()
            + " does not answer ("
            + cause.getMessage()
            + "): is it up, and is --kafka right?",
        cause);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
