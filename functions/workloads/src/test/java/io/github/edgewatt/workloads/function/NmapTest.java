package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NmapTest {
  private final Nmap nmap = new Nmap(new HostList(Set.of()));

  @Test
  void findsAnOpenPortAndCountsTheClosed() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      int first = Math.max(1, port - 100);
      int ports = Math.min(200, 65_536 - first);
      Nmap.Output output = nmap.run(new Nmap.Input("127.0.0.1", first, ports, 1_000));

      assertThat(output.open()).contains(port).isSorted();
      assertThat(output.open().size() + output.closed() + output.silent()).isEqualTo(ports);
      assertThat(output.silent()).isZero();
      assertThat(output.closed()).isGreaterThan(100);
    }
  }

  @Test
  void scansAThousandPortsByDefault() {
    Nmap.Output output = nmap.run(new Nmap.Input(null, null, null, null));

    assertThat(output.scanned()).isEqualTo(1_000);
    assertThat(output.open().size() + output.closed()).isEqualTo(1_000);
  }

  @Test
  void defaultsStayWithinThePorts() {
    assertThat(new Nmap.Input(null, 65_530, null, null).ports()).isEqualTo(6);
    assertThat(Nmap.Input.ofText("127.0.0.1\n"))
        .isEqualTo(new Nmap.Input("127.0.0.1", 1, 1_000, 200));
  }

  @Test
  void refusesBeyondItsBounds() {
    Refused.because("loopback", () -> nmap.run(Nmap.Input.ofText("192.0.2.1")));
    Refused.because("ports must be from 1 to 4096", () -> new Nmap.Input(null, 1, 4_097, null));
    Refused.because("below 65536", () -> new Nmap.Input(null, 65_000, 1_000, null));
    Refused.because("firstPort", () -> new Nmap.Input(null, 0, null, null));
    Refused.because("connectMillis", () -> new Nmap.Input(null, null, null, 5));
  }
}
