package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Tries a topic with a record into each partition and out again.
 *
 * <p>Whoever reads a topic takes every record for an image or a result, so the topic itself is
 * tried only while it is empty and no group reads it, and the records are deleted at once. A topic
 * in use is spared: every partition's leader is asked for its end, and the records go through a
 * topic beside it, of the same shape, that lives for the test only.
 */
final class RoundTrip {
  /** In every record of a trial. */
  static final String HEADER = "edgewatt-probe";

  private static final Comparator<TopicPartition> TOPIC_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  private final KafkaTarget target;
  private final TopicAdmin admin;
  private final Deadline deadline;

  RoundTrip(KafkaTarget target, TopicAdmin admin, Deadline deadline) {
    this.target = target;
    this.admin = admin;
    this.deadline = deadline;
  }

  TopicReport of(TopicPlan plan, String action) throws PlatformException, InterruptedException {
    String use = use(plan);
    double millis;
    if (use.isEmpty()) {
      millis = through(plan);
      forget(plan);
    } else {
      TopicPlan beside =
          new TopicPlan(
              plan.name() + "_probe_" + UUID.randomUUID().toString().substring(0, 8),
              plan.partitions(),
              plan.replication(),
              plan.maxMessageBytes());
      admin.create(beside);
      try {
        awaitReady(beside);
        millis = through(beside);
      } finally {
        admin.delete(beside.name());
      }
      use += ": tried on a topic beside it";
    }
    return new TopicReport(plan.name(), plan.partitions(), action, millis, use);
  }

  private void awaitReady(TopicPlan plan) throws PlatformException, InterruptedException {
    while (!(TopicStep.next(plan, admin.state(plan.name()), false) instanceof TopicStep.Done)) {
      if (deadline.isOver()) {
        throw KafkaErrors.silent(target, deadline.whole(), null);
      }
      Thread.sleep(20);
    }
  }

  /** Why the topic must not be written to; empty where it may. */
  private String use(TopicPlan plan) throws PlatformException, InterruptedException {
    long held = 0;
    Map<TopicPartition, Long> first = offsets(plan, OffsetSpec.earliest());
    for (Map.Entry<TopicPartition, Long> end : offsets(plan, OffsetSpec.latest()).entrySet()) {
      held += end.getValue() - first.get(end.getKey());
    }
    if (held > 0) {
      return Numbers.count((int) Math.min(held, Integer.MAX_VALUE), "record") + " in it";
    }
    List<String> groups = Readers.of(admin, plan.name());
    return groups.isEmpty() ? "" : "read by " + String.join(", ", groups);
  }

  private Map<TopicPartition, Long> offsets(TopicPlan plan, OffsetSpec at)
      throws PlatformException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(TOPIC_ORDER);
    partitions(plan).forEach(partition -> asked.put(partition, at));
    Map<TopicPartition, Long> told = new TreeMap<>(TOPIC_ORDER);
    admin
        .answer(admin.admin().listOffsets(asked).all())
        .forEach((partition, offset) -> told.put(partition, offset.offset()));
    return told;
  }

  private double through(TopicPlan plan) throws PlatformException, InterruptedException {
    try (ProbeClients clients = clients()) {
      return clients.slowestMillis(partitions(plan));
    } catch (KafkaException e) {
      throw KafkaErrors.refused(target, e);
    } catch (TimeoutException e) {
      throw new PlatformException(
          "topic %s: %s within %d s: look into the broker's log, or give more --timeout"
              .formatted(plan.name(), e.getMessage(), deadline.whole().toSeconds()),
          e);
    }
  }

  private ProbeClients clients() throws PlatformException {
    try {
      return new ProbeClients(target.client(), deadline);
    } catch (KafkaException e) {
      throw KafkaErrors.setup(target, e);
    }
  }

  private void forget(TopicPlan plan) throws PlatformException, InterruptedException {
    Map<TopicPartition, RecordsToDelete> all = new TreeMap<>(TOPIC_ORDER);
    partitions(plan).forEach(p -> all.put(p, RecordsToDelete.beforeOffset(-1)));
    admin.answer(admin.admin().deleteRecords(all).all());
  }

  private static List<TopicPartition> partitions(TopicPlan plan) {
    List<TopicPartition> all = new ArrayList<>();
    for (int k = 0; k < plan.partitions(); k++) {
      all.add(new TopicPartition(plan.name(), k));
    }
    return all;
  }
}
