package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What is asked of the cluster about topics; every answer is awaited until one deadline. */
final class TopicAdmin implements AutoCloseable {
  private final KafkaTarget target;
  private final Deadline deadline;
  private final Admin admin;

  TopicAdmin(KafkaTarget target, Deadline deadline) throws PlatformException {
    this.target = target;
    this.deadline = deadline;
    Properties properties = target.client();
    properties.put("default.api.timeout.ms", String.valueOf(Math.max(1, deadline.leftMillis())));
    properties.put(
        "request.timeout.ms", String.valueOf(Math.max(1, Math.min(5_000, deadline.leftMillis()))));
    properties.put("reconnect.backoff.max.ms", "500");
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw KafkaErrors.setup(target, e);
    }
  }

  TopicState state(String topic) throws PlatformException, InterruptedException {
    Optional<TopicDescription> described = describe(topic);
    Optional<Integer> bytes = described.isEmpty() ? Optional.empty() : maxMessageBytes(topic);
    if (described.isEmpty() || bytes.isEmpty()) {
      return TopicState.ABSENT;
    }
    List<TopicPartitionInfo> partitions = described.get().partitions();
    return new TopicState(
        partitions.size(),
        partitions.stream().mapToInt(p -> p.replicas().size()).min().orElse(0),
        (int) partitions.stream().filter(p -> p.leader() == null || p.leader().isEmpty()).count(),
        bytes.get());
  }

  private Optional<TopicDescription> describe(String topic)
      throws PlatformException, InterruptedException {
    try {
      return Optional.of(answer(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  private Optional<Integer> maxMessageBytes(String topic)
      throws PlatformException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      ConfigEntry entry =
          answer(admin.describeConfigs(List.of(resource)).all())
              .get(resource)
              .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      return Optional.of(Integer.valueOf(entry.value()));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  void create(TopicPlan plan) throws PlatformException, InterruptedException {
    NewTopic topic =
        new NewTopic(plan.name(), Optional.of(plan.partitions()), plan.replication())
            .configs(
                Map.of(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(plan.maxMessageBytes())));
    try {
      answer(admin.createTopics(List.of(topic)).all());
    } catch (TopicExistsException e) {
      // A client that came first had it made by the broker; the next look tells how.
      return;
    }
  }

  void grow(TopicPlan plan) throws PlatformException, InterruptedException {
    answer(
        admin
            .createPartitions(Map.of(plan.name(), NewPartitions.increaseTo(plan.partitions())))
            .all());
  }

  void enlarge(TopicPlan plan) throws PlatformException, InterruptedException {
    AlterConfigOp set =
        new AlterConfigOp(
            new ConfigEntry(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(plan.maxMessageBytes())),
            AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, plan.name());
    answer(admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all());
  }

  void delete(String topic) throws PlatformException, InterruptedException {
    try {
      answer(admin.deleteTopics(List.of(topic)).all());
    } catch (UnknownTopicOrPartitionException e) {
      // Gone already, which is what is wanted.
      return;
    }
  }

  Admin admin() {
    return admin;
  }

  /** Waits for an answer; what the cluster refuses becomes a line, "no such topic" stays itself. */
  <T> T answer(KafkaFuture<T> future) throws PlatformException, InterruptedException {
    try {
      return future.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw KafkaErrors.silent(target, deadline.whole(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
        throw unknown;
      }
      if (e.getCause() instanceof TopicExistsException exists) {
        throw exists;
      }
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw KafkaErrors.silent(target, deadline.whole(), e);
      }
      throw KafkaErrors.refused(target, e.getCause());
    }
  }

  @Override
  public void close() {
    // What is still asked is of no interest any more.
    admin.close(Duration.ZERO);
  }
}
