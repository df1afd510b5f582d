package io.github.edgewatt.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final List<Readiness> asked = new ArrayList<>();
  private final Lifecycle lifecycle = new Lifecycle();
  private TestServer server;

  @BeforeEach
  void serve() {
    server =
        new TestServer(
            router -> {
              new HealthRoutes(lifecycle, asked).install(router);
              router.get("/large").handler(context -> context.fail(413));
              router
                  .get("/broken")
                  .handler(
                      context -> {
                        throw new IllegalStateException("a secret");
                      });
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aLivingProcessIsHealthyEvenWhereItCannotWork() throws Exception {
    asked.add(() -> Optional.of("no model yet"));

    assertThat(server.get("/_/health")).isEqualTo("200 {\"state\":\"up\"}");
    assertThat(server.get("/healthz")).isEqualTo("200 {\"state\":\"up\"}");
    assertThat(server.get("/_/ready")).isEqualTo("503 {\"state\":\"no model yet\"}");
  }

  @Test
  void isReadyWhereNothingIsMissing() throws Exception {
    asked.add(Optional::empty);

    assertThat(server.get("/_/ready")).isEqualTo("200 {\"state\":\"ready\"}");
  }

  @Test
  void isNotReadyOnceItDrains() throws Exception {
    lifecycle.drain();

    assertThat(server.get("/_/ready")).isEqualTo("503 {\"state\":\"draining\"}");
    assertThat(server.get("/_/health")).isEqualTo("200 {\"state\":\"up\"}");
  }

  @Test
  void failuresAreJson() throws Exception {
    assertThat(server.get("/large"))
        .isEqualTo("413 {\"error\":\"the body is larger than this service takes\"}");
    assertThat(server.get("/broken")).isEqualTo("500 {\"error\":\"refused: 500\"}");
    assertThat(server.get("/nowhere")).isEqualTo("404 {\"error\":\"nothing at this path\"}");
  }
}
