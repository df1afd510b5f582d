package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.List;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;

/** Who reads a topic. */
final class Readers {
  private Readers() {}

  /** Groups with a member that has a partition of the topic now. */
  static List<String> of(TopicAdmin admin, String topic)
      throws PlatformException, InterruptedException {
    List<String> names =
        admin.answer(admin.admin().listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
            .map(GroupListing::groupId)
            .sorted()
            .toList();
    return names.isEmpty()
        ? List.of()
        : admin.answer(admin.admin().describeConsumerGroups(names).all()).values().stream()
            .filter(group -> reads(group, topic))
            .map(ConsumerGroupDescription::groupId)
            .sorted()
            .toList();
  }

  private static boolean reads(ConsumerGroupDescription group, String topic) {
    return group.members().stream()
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .anyMatch(partition -> partition.topic().equals(topic));
  }
}
