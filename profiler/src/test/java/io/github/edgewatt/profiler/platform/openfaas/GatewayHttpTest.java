package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatewayHttpTest {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  @Test
  void anAnswerThatCannotBeReadIsToldAtOnce() {
    GatewayHttp.Reader broken =
        response -> {
          throw new IllegalStateException("no such charset");
        };
    assertThat(failure(broken, DEADLINE, DEADLINE))
        .hasMessageContaining("answers GET /system/info with what cannot be read")
        .hasMessageContaining("no such charset")
        .extracting(GatewayException::kind)
        .isEqualTo(Kind.NOT_A_GATEWAY);
  }

  @Test
  void anExchangeThatOutlivesItsDeadlineIsLeft() {
    CountDownLatch never = new CountDownLatch(1);
    GatewayHttp.Reader stuck =
        response -> {
          try {
            never.await();
            throw new IllegalStateException("it was waited for");
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(failure(stuck, Duration.ofMillis(200), Duration.ZERO).kind())
        .isEqualTo(Kind.TIMEOUT);
  }

  private static GatewayException failure(
      GatewayHttp.Reader reader, Duration deadline, Duration grace) {
    try (StandInServer server = StandInServer.start(r -> StandInServer.Reply.json(200, "{}"));
        GatewayHttp http = new GatewayHttp(reader, grace)) {
      Request request = new Request.Builder().url(server.uri() + "/system/info").build();
      return catchThrowableOfType(GatewayException.class, () -> http.send(request, deadline));
    }
  }
}
