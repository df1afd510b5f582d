package io.github.edgewatt.yolo.consume;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;

/** Makes the commit strategy known under its name. */
@ApplicationScoped
@Identifier(EachCommitFactory.NAME)
class EachCommitFactory implements KafkaCommitHandler.Factory {
  static final String NAME = "each";

  private static final long LATER_MILLIS = 1_000;

  @Override
  public KafkaCommitHandler create(
      KafkaConnectorIncomingConfiguration configuration,
      Vertx vertx,
      KafkaConsumer<?, ?> consumer,
      BiConsumer<Throwable, Boolean> failed) {
    return new EachCommit(consumer, task -> vertx.setTimer(LATER_MILLIS, timer -> task.run()));
  }
}
