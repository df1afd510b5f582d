package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.settings.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {
  private static final KafkaSettings KAFKA =
      new KafkaSettings("k:1", "in", "out", "latest", Map.of("session.timeout.ms", "30000"));

  @Test
  void theChannelIsToldWhatTheGuaranteesNeed() {
    assertThat(ClientProperties.channel(KAFKA))
        .containsEntry("mp.messaging.incoming.images.bootstrap.servers", "k:1")
        .containsEntry("mp.messaging.incoming.images.topic", "in")
        .containsEntry("mp.messaging.incoming.images.group.id", "in.consumers")
        .containsEntry("mp.messaging.incoming.images.auto.offset.reset", "latest")
        .containsEntry("mp.messaging.incoming.images.enable.auto.commit", "false")
        .containsEntry("mp.messaging.incoming.images.commit-strategy", "each")
        .containsEntry("mp.messaging.incoming.images.session.timeout.ms", "30000");
    assertThat(ClientProperties.noChannel())
        .containsExactly(Map.entry("mp.messaging.incoming.images.enabled", "false"));
  }

  @Test
  void theProducerWaitsForAllAndWritesOnce() {
    Map<String, Object> told = ClientProperties.producer(KAFKA);
    assertThat(told).containsEntry("acks", "all").containsEntry("enable.idempotence", "true");
    told.put("key.serializer", ByteArraySerializer.class);
    told.put("value.serializer", ByteArraySerializer.class);
    assertThat(new ProducerConfig(told).getInt("delivery.timeout.ms")).isEqualTo(30_000);
    assertThat(new AdminClientConfig(ClientProperties.admin(KAFKA)).getInt("request.timeout.ms"))
        .isEqualTo(3_000);
  }
}
