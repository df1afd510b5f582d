package io.github.edgewatt.workloads.function;

import java.net.InetAddress;
import java.util.List;

/** Scans ports by connecting to each. Cost grows with the number of ports. */
public final class Nmap {
  private final HostList hosts;

  public Nmap(HostList hosts) {
    this.hosts = hosts;
  }

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param host to scan, at most 255 characters; default {@code 127.0.0.1}
   * @param firstPort 1 to 65,535; default 1
   * @param ports how many from there, 1 to 4,096; default 1,000
   * @param connectMillis longest wait for one port, 10 to 1,000; default 200
   */
  public record Input(String host, Integer firstPort, Integer ports, Integer connectMillis) {
    public Input {
      host = Bounds.text("host", host, "127.0.0.1", 255).strip();
      firstPort = Bounds.number("firstPort", firstPort, 1, 1, 65_535);
      ports = Bounds.number("ports", ports, Math.min(1_000, 65_536 - firstPort), 1, 4_096);
      connectMillis = Bounds.number("connectMillis", connectMillis, 200, 10, 1_000);
      if (firstPort + ports > 65_536) {
        throw new BadInputException("firstPort plus ports must stay below 65536");
      }
    }

    public static Input ofText(String text) {
      return new Input(text, null, null, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param host scanned
   * @param scanned ports tried
   * @param open ports that accepted, ascending
   * @param closed ports that refused
   * @param silent ports that gave no answer in time
   */
  public record Output(String host, int scanned, List<Integer> open, int closed, int silent) {
    public Output {
      open = List.copyOf(open);
    }
  }

  public Output run(Input input) {
    InetAddress address = hosts.check(input.host());
    PortScan scan = new PortScan(address, input.connectMillis());
    scan.scan(input.firstPort(), input.ports());
    return new Output(
        input.host(), input.ports(), scan.open(), scan.closed(), input.ports() - scan.answered());
  }
}
