package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleTest {
  private final Logger logger = Logger.getLogger(Trouble.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord told) {
          lines.add(told.getLevel() + " " + told.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private long nanos = Long.MAX_VALUE - 5;
  private final Trouble trouble = new Trouble("a thing", () -> nanos);

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
  }

  @Test
  void isToldWhenItBeginsEveryHalfAMinuteAndWhenItIsOver() {
    for (int second = 0; second < 61; second++) {
      trouble.tell("away");
      nanos += 1_000_000_000L;
    }
    assertThat(lines).hasSize(3);
    assertThat(trouble.current()).contains("a thing: away");
    trouble.over();
    trouble.over();
    assertThat(lines).hasSize(4);
    assertThat(trouble.current()).isEmpty();
  }

  @Test
  void theReasonIsTheFirstLineOfTheInnermost() {
    assertThat(Trouble.reason(new IllegalStateException("a", new RuntimeException("b\nc"))))
        .isEqualTo("b");
    assertThat(Trouble.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
