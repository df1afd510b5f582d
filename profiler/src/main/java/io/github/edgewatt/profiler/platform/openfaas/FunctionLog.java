package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.platform.openfaas.GatewayHttp.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines of a function's log: JSON, one object a line. */
final class FunctionLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** faasd answers empty now and then although there are lines. */
  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LONGEST_LINE = 300;

  private final GatewayClock clock;
  private final int most;

  FunctionLog(GatewayClock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  List<String> read(Retries.Attempt<Answer> ask) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      List<String> lines = once(ask);
      if (!lines.isEmpty() || attempt == ATTEMPTS) {
        return lines;
      }
      clock.sleep(PAUSE);
    }
  }

  private List<String> once(Retries.Attempt<Answer> ask) throws InterruptedException {
    try {
      Answer answer = ask.run();
      return answer.isSuccess() && !answer.isHtml() ? lines(answer.body()) : List.of();
    } catch (GatewayException e) {
      // A log only explains another failure; that one is told in any case.
      return List.of();
    }
  }

  private List<String> lines(String body) {
    List<String> lines = new ArrayList<>();
    body.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(text(line)));
    return lines.size() <= most
        ? lines
        : List.copyOf(lines.subList(lines.size() - most, lines.size()));
  }

  private static String text(String line) {
    String text;
    try {
      text = JSON.readTree(line).path("text").asText(line);
    } catch (JsonProcessingException e) {
      text = line;
    }
    text = text.replaceAll("\\p{Cntrl}", " ").strip();
    return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
  }
}
