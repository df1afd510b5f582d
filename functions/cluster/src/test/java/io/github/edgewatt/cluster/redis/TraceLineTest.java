package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.live.RequestTrace;
import io.github.edgewatt.cluster.live.RequestTrace.Hop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLineTest {
  static final String HEADERS =
      "{\"X-Final-Host\": \"10.0.1.4:8080| 10.0.1.7:8080\"| \"X-Forwarded-For\": \"gw-a| gw-b\"|"
          + " \"X-Forwarded-Host-gw-a\": \"100.25\"| \"X-Forwarded-Host-gw-b\": \"100.5\"|"
          + " \"X-Start\": \"100.625\"| \"X-End\": \"100.75\"}";

  static String line(String sent, String done, String status, String headers) {
    return "id-1,galileo-worker-zone-a-abcde-1,res-net,99.9000000,"
        + sent
        + ","
        + done
        + ","
        + status
        + ",10.0.0.9:31112,exp,"
        + headers
        + ",an answer, with commas";
  }

  @Test
  void aLineTellsWhoServedAndTheWay() {
    assertThat(TraceLine.parse(line("100.0000000", "101.0000000", "200", HEADERS)))
        .isEqualTo(
            new RequestTrace(
                Instant.ofEpochSecond(100),
                Instant.ofEpochSecond(101),
                200,
                "res_net",
                "galileo-worker-zone-a-abcde-1",
                "10.0.1.7:8080",
                Instant.ofEpochMilli(100_625),
                Instant.ofEpochMilli(100_750),
                List.of(
                    new Hop("gw-a", Instant.ofEpochMilli(100_250)),
                    new Hop("gw-b", Instant.ofEpochMilli(100_500)))));
  }

  @Test
  void withoutHeadersTheServerThatTheClientAskedIsTold() {
    RequestTrace trace = TraceLine.parse(line("100.5", "101.25", "200", "None"));
    assertThat(trace.server()).isEqualTo("10.0.0.9:31112");
    assertThat(trace.started()).isNull();
    assertThat(trace.hops()).isEmpty();
  }

  @Test
  void aClientThatFailedHasNoAnswer() {
    RequestTrace trace = TraceLine.parse(line("100.5", "None", "-1", "None"));
    assertThat(trace.status()).isEqualTo(-1);
    assertThat(trace.done()).isEqualTo(trace.sent());
  }

  @Test
  void aTimeInAHeaderThatIsNoneIsNotTold() {
    RequestTrace trace =
        TraceLine.parse(
            line(
                "1",
                "2",
                "200",
                "{\"x-start\": \"soon\"| \"X-End\": 2.5| \"X-Forwarded-For\": 3}"));
    assertThat(trace.started()).isNull();
    assertThat(trace.ended()).isEqualTo(Instant.ofEpochMilli(2500));
    assertThat(trace.hops()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,b,c",
        "1,2,3,4,5,6,7,8,9,10",
        "id,c,,1,1,2,200,s,e,None,r",
        "id,c,None,1,1,2,200,s,e,None,r",
        "id,c,f,1,None,2,200,s,e,None,r",
        "id,c,f,1,1,None,200,s,e,None,r",
        "id,c,f,1,1,2,OK,s,e,None,r",
        "id,c,f,1,-1,2,200,s,e,None,r",
        "id,c,f,1,1,2,200,s,e,{'X-Start': 1},r",
        "id,c,f,1,1,2,200,s,e,[],r",
      })
  void aMalformedLineIsOneLine(String line) {
    assertThatThrownBy(() -> TraceLine.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }
}
