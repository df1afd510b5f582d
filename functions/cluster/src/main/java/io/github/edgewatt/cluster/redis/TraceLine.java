package io.github.edgewatt.cluster.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.edgewatt.cluster.live.RequestTrace;
import io.github.edgewatt.cluster.live.RequestTrace.Hop;
import io.github.edgewatt.cluster.objects.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as galileo's clients publish it: {@code
 * id,client,service,created,sent,done,status,server,experiment,headers,response}, where the headers
 * are JSON whose commas are written as {@code |}.
 */
final class TraceLine {
  private static final int FIELDS = 11;
  private static final int CLIENT = 1;
  private static final int SERVICE = 2;
  private static final int SENT = 4;
  private static final int DONE = 5;
  private static final int STATUS = 6;
  private static final int SERVER = 7;
  private static final int HEADERS = 9;
  private static final int MOST_HOPS = 16;
  private static final String NONE = "None";

  private TraceLine() {}

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  static RequestTrace parse(String line) {
    String[] fields = line.split(",", FIELDS);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("no trace: " + Text.shown(line));
    }
    String service = field(fields, SERVICE);
    if (service.isEmpty()) {
      throw new IllegalArgumentException("a trace of no service: " + Text.shown(line));
    }
    int status = status(fields[STATUS].strip());
    Instant sent = EpochTime.decimal(fields[SENT].strip());
    // A client that failed may have had no answer at all.
    boolean unanswered = status < 0 && field(fields, DONE).isEmpty();
    Instant done = unanswered ? sent : EpochTime.decimal(fields[DONE].strip());
    String told = field(fields, HEADERS);
    JsonNode headers =
        told.isEmpty() ? MissingNode.getInstance() : Json.object(told.replace('|', ','));
    return new RequestTrace(
        sent,
        done,
        status,
        Labels.underscored(service),
        field(fields, CLIENT),
        server(Json.text(headers, "X-Final-Host"), field(fields, SERVER)),
        time(Json.text(headers, "X-Start")),
        time(Json.text(headers, "X-End")),
        hops(headers));
  }

  private static String field(String[] fields, int at) {
    String text = fields[at].strip();
    return text.equals(NONE) ? "" : text;
  }

  private static int status(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no status: " + Text.shown(text), e);
    }
  }

  /** The last host of all is the pod that served; gateways are before it. */
  private static String server(String finalHosts, String told) {
    String last = finalHosts.substring(finalHosts.lastIndexOf(',') + 1).strip();
    return last.isEmpty() ? told : last;
  }

  private static List<Hop> hops(JsonNode headers) {
    List<Hop> hops = new ArrayList<>();
    for (String node : Json.text(headers, "X-Forwarded-For").split(",", MOST_HOPS + 1)) {
      Instant forwarded = time(Json.text(headers, "X-Forwarded-Host-" + node.strip()));
      if (!node.isBlank() && forwarded != null && hops.size() < MOST_HOPS) {
        hops.add(new Hop(node.strip(), forwarded));
      }
    }
    return hops;
  }

  /** A function or a gateway that tells no time, or none that can be read, has told none. */
  private static Instant time(String text) {
    try {
      return text.isEmpty() || text.equals(NONE) ? null : EpochTime.decimal(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
