package io.github.edgewatt.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Workers workers = new Workers();
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void stop() {
    held.countDown();
    workers.stop();
  }

  @Test
  void twoQuestionsAreAnsweredOneWaitsAndMoreAreRefused() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      assertThat(workers.question(this::hold)).isTrue();
    }
    assertThat(workers.question(this::hold)).isFalse();
    CountDownLatch others = new CountDownLatch(1);
    assertThat(workers.run(others::countDown)).isTrue();
    held.countDown();
    assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsDoneMakesRoom() throws InterruptedException {
    held.countDown();
    for (int i = 0; i < 10; i++) {
      CountDownLatch done = new CountDownLatch(1);
      assertThat(workers.question(this::hold)).isTrue();
      assertThat(workers.run(done::countDown)).isTrue();
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void answersAwayFromTheEventLoop() throws Exception {
    held.countDown();
    try (TestServer server =
        new TestServer(
            router -> {
              router.get("/name").handler(context -> workers.answer(context, this::threadsName));
              router
                  .get("/broken")
                  .handler(
                      context ->
                          workers.answerQuestion(
                              context,
                              () -> {
                                throw new IllegalStateException("a secret");
                              }));
            })) {
      assertThat(server.get("/name")).isEqualTo("200 answers");
      assertThat(server.get("/broken"))
          .isEqualTo("500 {\"error\":\"the call could not be answered: see the log\"}");
    }
  }

  @Test
  void saysSoWhereTooManyWait() throws Exception {
    try (TestServer server =
        new TestServer(
            router ->
                router
                    .get("/name")
                    .handler(context -> workers.answerQuestion(context, this::threadsName)))) {
      for (int i = 0; i < 3; i++) {
        assertThat(workers.question(this::hold)).isTrue();
      }
      assertThat(server.get("/name"))
          .isEqualTo("503 {\"error\":\"too many calls are waiting already: ask later\"}");
    }
  }

  private Reply threadsName() {
    return Reply.of(200, Thread.currentThread().getName().getBytes(UTF_8));
  }

  private void hold() {
    try {
      if (!held.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("never let go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
