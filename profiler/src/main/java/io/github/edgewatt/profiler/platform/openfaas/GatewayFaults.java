package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import io.github.edgewatt.profiler.platform.openfaas.GatewayHttp.Answer;
import java.util.Set;
import okhttp3.Request;

/** What an answer other than the wanted one means, in one line. */
final class GatewayFaults {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int LONGEST = 300;

  private GatewayFaults() {}

  static GatewayException of(
      Request request, Answer answer, GatewayUrl gateway, Credentials credentials) {
    int status = answer.status();
    String what = GatewayHttp.what(request);
    if (status == 401 || status == 403) {
      return new GatewayException(
          Kind.UNAUTHORIZED,
          status,
          "%s refuses the credentials (%d): check %s".formatted(gateway, status, credentials));
    }
    if (PASSING.contains(status)) {
      return new GatewayException(
          Kind.UNAVAILABLE,
          status,
          "%s answers %d to %s%s".formatted(gateway, status, what, said(answer)));
    }
    if (status >= 300 && status < 400) {
      return new GatewayException(
          Kind.NOT_A_GATEWAY,
          status,
          "%s redirects %s to '%s', which is not followed: give the gateway's own address"
              .formatted(gateway, what, oneLine(answer.location())));
    }
    if (answer.isHtml()) {
      return new GatewayException(
          Kind.NOT_A_GATEWAY,
          status,
          "%s answers %s with a web page: a proxy or a login page in front of the gateway?"
              .formatted(gateway, what));
    }
    if (!answer.whole()) {
      return new GatewayException(
          Kind.TOO_LARGE,
          status,
          "%s answers %s with more than 8 MiB: not read".formatted(gateway, what));
    }
    return new GatewayException(
        status == 404 ? Kind.NOT_FOUND : Kind.REFUSED,
        status,
        "%s answers %d to %s%s".formatted(gateway, status, what, said(answer)));
  }

  private static String said(Answer answer) {
    String text = answer.isHtml() ? "" : oneLine(answer.body());
    return text.isEmpty() ? "" : ": " + text;
  }

  /** First line of what a server said, without what would spoil a terminal. */
  static String oneLine(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
    line = line.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
