package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final ProducerRecord<byte[], byte[]> MESSAGE =
      new ProducerRecord<>("out", new byte[] {1});
  private static final ProducerRecord<byte[], byte[]> SMALL =
      new ProducerRecord<>("out", new byte[0]);

  private final HandTimer timer = new HandTimer();
  private final Trouble trouble = new Trouble("results", () -> 0);
  private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();
  private RuntimeException refusal;
  private final Outbox outbox = new Outbox(this::make, timer, trouble);

  @AfterEach
  void close() {
    outbox.close();
  }

  private Producer<byte[], byte[]> make() {
    if (refusal != null) {
      RuntimeException thrown = refusal;
      refusal = null;
      throw thrown;
    }
    made.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
    return made.get(made.size() - 1);
  }

  private MockProducer<byte[], byte[]> last() {
    return made.get(made.size() - 1);
  }

  @Test
  void isDoneOnceAcknowledged() {
    CompletableFuture<Void> delivered = outbox.deliver(MESSAGE, Optional.empty());
    assertThat(delivered).isNotDone();
    last().completeNext();
    assertThat(delivered).isDone();
    assertThat(last().history()).containsExactly(MESSAGE);
  }

  @Test
  void triesOnWhileTheBrokerIsAwayOrTheTopicForbidden() {
    CompletableFuture<Void> delivered = outbox.deliver(MESSAGE, Optional.of(SMALL));
    for (RuntimeException why :
        List.of(new TimeoutException("away"), new TopicAuthorizationException("out"))) {
      last().errorNext(why);
      assertThat(delivered).isNotDone();
      assertThat(trouble.current()).isPresent();
      timer.run();
    }
    last().completeNext();
    assertThat(delivered).isDone();
    assertThat(trouble.current()).isEmpty();
    assertThat(made).hasSize(1);
    assertThat(last().history()).hasSize(3).containsOnly(MESSAGE);
  }

  @Test
  void sendsTheSmallerWhereItIsTooLarge() {
    CompletableFuture<Void> delivered = outbox.deliver(MESSAGE, Optional.of(SMALL));
    last().errorNext(new RecordTooLargeException("large"));
    timer.run();
    last().completeNext();
    assertThat(delivered).isDone();
    assertThat(last().history()).containsExactly(MESSAGE, SMALL);
  }

  @Test
  void takesAnotherProducerWhereOneHasBroken() {
    CompletableFuture<Void> first = outbox.deliver(MESSAGE, Optional.empty());
    CompletableFuture<Void> second = outbox.deliver(SMALL, Optional.empty());
    last().errorNext(new KafkaException("for good"));
    last().errorNext(new KafkaException("for good"));
    timer.run();
    assertThat(made).hasSize(2);
    assertThat(made.get(0).closed()).isTrue();
    last().completeNext();
    last().completeNext();
    assertThat(first).isDone();
    assertThat(second).isDone();
  }

  @Test
  void aProducerThatCannotBeMadeIsMadeLater() {
    refusal = new KafkaException("no such host");
    CompletableFuture<Void> delivered = outbox.deliver(MESSAGE, Optional.empty());
    assertThat(trouble.current()).contains("results: out: no such host");
    assertThat(timer.waiting()).isEqualTo(1);
    timer.run();
    last().completeNext();
    assertThat(delivered).isDone();
  }
}
