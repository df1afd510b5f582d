package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored")
class EachCommitTest {
  private static final TopicPartition IN = new TopicPartition("in", 0);

  private final MockConsumer<byte[], byte[]> client = new MockConsumer<>("earliest");
  private final List<Map<TopicPartition, OffsetAndMetadata>> asked = new ArrayList<>();
  private final List<UniEmitter<? super Void>> answers = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final EachCommit commit = new EachCommit(consumer(), later::add);

  @BeforeEach
  void assign() {
    client.assign(List.of(IN));
  }

  @SuppressWarnings("unchecked")
  private KafkaConsumer<byte[], byte[]> consumer() {
    return (KafkaConsumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {KafkaConsumer.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "unwrap" -> client;
                  case "runOnPollingThread" -> {
                    ((Consumer<Object>) arguments[0]).accept(client);
                    yield Uni.createFrom().voidItem();
                  }
                  case "commitAsync" -> {
                    asked.add((Map<TopicPartition, OffsetAndMetadata>) arguments[0]);
                    yield Uni.createFrom().<Void>emitter(answers::add);
                  }
                  default -> throw new IllegalStateException(method.getName());
                });
  }

  private IncomingKafkaRecord<byte[], byte[]> received(long offset) {
    IncomingKafkaRecord<byte[], byte[]> record =
        new IncomingKafkaRecord<>(
            new ConsumerRecord<>("in", 0, offset, null, new byte[0]),
            "images",
            0,
            commit,
            null,
            false);
    return commit.received(record).await().indefinitely();
  }

  private CompletionStage<Void> done(IncomingKafkaRecord<byte[], byte[]> record) {
    return commit.handle(record).subscribeAsCompletionStage();
  }

  private static Map<TopicPartition, OffsetAndMetadata> offset(long next) {
    return Map.of(IN, new OffsetAndMetadata(next));
  }

  @Test
  void commitsAtOnceAndNeverTwoAtATime() {
    var one = received(1);
    var two = received(2);
    var three = received(3);
    var first = done(one).toCompletableFuture();
    done(two);
    done(three);
    assertThat(asked).containsExactly(offset(2));
    assertThat(first).isNotDone();
    answers.get(0).complete(null);
    assertThat(first).isDone();
    assertThat(asked).containsExactly(offset(2), offset(4));
    answers.get(1).complete(null);
    assertThat(asked).hasSize(2);
  }

  @Test
  void aCommitThatFailedIsTriedAgain() {
    var stage = done(received(1)).toCompletableFuture();
    answers.get(0).fail(new IllegalStateException("away"));
    assertThat(stage).isNotDone();
    assertThat(asked).hasSize(1);
    later.remove(0).run();
    assertThat(asked).containsExactly(offset(2), offset(2));
    answers.get(1).complete(null);
    assertThat(stage).isDone();
  }

  @Test
  void whatIsDoneIsCommittedBeforeAPartitionGoes() {
    var stage = done(received(1)).toCompletableFuture();
    commit.partitionsRevoked(List.of(IN));
    assertThat(client.committed(Set.of(IN))).isEqualTo(offset(2));
    assertThat(stage).isDone();
    received(2);
    commit.partitionsAssigned(List.of(IN));
    assertThat(asked).hasSize(1);
  }

  @Test
  void atTheEndWhatIsDoneIsCommittedAndTheRestLeft() {
    done(received(1));
    received(2);
    commit.terminate(true);
    assertThat(client.committed(Set.of(IN))).isEqualTo(offset(2));
    commit.partitionsRevoked(List.of(IN));
    assertThat(client.committed(Set.of(IN))).isEqualTo(offset(2));
  }
}
