package io.github.edgewatt.weights.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.weights.influx.Sending.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class InfluxSenderTest {
  private static final String PREFIX = "osmotic_lb_opt_expdb_influxdb_";

  private StandInServer.Reply reply = new StandInServer.Reply(204, Map.of(), new byte[0]);
  private final StandInServer server = StandInServer.start(request -> reply);

  @AfterEach
  void stop() {
    server.close();
  }

  private InfluxSettings settings(String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put(PREFIX + "url", server.uri().toString());
    for (int i = 0; i < more.length; i += 2) {
      variables.put(PREFIX + more[i], more[i + 1]);
    }
    return InfluxSettings.of(new Environment(variables)).orElseThrow();
  }

  private Outcome send(InfluxSettings settings, List<String> lines) {
    try (InfluxSender sender = new InfluxSender(settings)) {
      return sender.send(lines);
    }
  }

  @Test
  void refusesAUserInTheUrlAndATokenThatNoHeaderTakesAndShowsNeither() {
    assertThatThrownBy(() -> settings("url", "http://me:hidden@localhost:8086"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(PREFIX + "url has a user in it")
        .hasMessageNotContaining("hidden");
    for (String token : List.of("hid\u0007den", "hid\u00e9den", "hid\nden")) {
      assertThatThrownBy(() -> settings("token", token))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(PREFIX + "token has characters")
          .hasMessageNotContaining("den");
    }
  }

  @Test
  void isOffUnlessAUrlIsSet() {
    assertThat(InfluxSettings.of(new Environment(Map.of(PREFIX + "org", "x")))).isEmpty();
  }

  @Test
  void writesAsTheInterfaceOfVersionTwoSays(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "t0ken\n");
    InfluxSettings settings =
        settings("token_file", token.toString(), "org", "my org", "bucket", "exp1");

    assertThat(send(settings, List.of("a value=1 1", "ü value=2 2")))
        .isInstanceOf(Outcome.Sent.class);
    StandInServer.Request request = server.requests().get(0);
    assertThat(request.method() + " " + request.path()).isEqualTo("POST /api/v2/write");
    assertThat(request.query()).isEqualTo("org=my%20org&bucket=exp1&precision=ms");
    assertThat(request.header("Authorization")).isEqualTo("Token t0ken");
    assertThat(request.header("Content-Encoding")).isEqualTo("gzip");
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("a value=1 1\nü value=2 2\n");
    }
    assertThat(settings.toString()).doesNotContain("t0ken");
  }

  @ParameterizedTest
  @CsvSource({"400, true", "422, true", "413, true", "401, false", "500, false", "302, false"})
  void tellsWhatWillNeverBeTakenFromWhatMayBe(int status, boolean never) {
    reply = StandInServer.Reply.json(status, "{\"message\": \"partial\n write\"}");
    Outcome outcome = send(settings(), List.of("a value=1 1"));

    assertThat(outcome instanceof Outcome.Refused).isEqualTo(never);
    assertThat(outcome.toString())
        .contains("answers " + status + ": {\"message\": \"partial write\"}");
  }

  @ParameterizedTest
  @CsvSource({"429, 7, 7", "503, 100000, 300", "503, soon, 0", "429, -3, 0"})
  void waitsAsLongAsTheDatabaseWants(int status, String header, long seconds) {
    reply = new StandInServer.Reply(status, Map.of("Retry-After", header), new byte[0]);

    assertThat(send(settings(), List.of("a value=1 1")))
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(seconds)));
  }

  @Test
  void aSilentOrDeadDatabaseEndsByTheTimeout() {
    server.fail("/", request -> Fault.silent());

    assertThat(send(settings("timeout", "300"), List.of("a value=1 1")))
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.why()).startsWith("cannot write to InfluxDB at http://"));
    server.close();
    assertThat(send(settings(), List.of("a value=1 1"))).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void writesInBatchesOnItsOwnThread() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      lines.add("a value=" + i + " 1");
    }
    try (InfluxWriter writer = InfluxWriter.start(settings())) {
      writer.offer(lines);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (writer.written() < 12_000 && System.nanoTime() - end < 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(writer.written()).isEqualTo(12_000);
    }
    assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"url, localhost", "url, ftp://x", "timeout, -1", "timeout, x"})
  void refusesWhatCannotBeUsed(String name, String value) {
    assertThatThrownBy(() -> settings(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(PREFIX + name + " is '" + value + "': it must be ");
  }
}
