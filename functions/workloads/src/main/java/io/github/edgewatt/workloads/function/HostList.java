package io.github.edgewatt.workloads.function;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts that may be scanned: this machine's loopback, and what was listed by name. */
public final class HostList {
  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private final Set<String> others;

  /**
   * With its bounds.
   *
   * @param others hosts allowed beside loopback, compared as written
   */
  public HostList(Set<String> others) {
    this.others = Set.copyOf(others);
  }

  /**
   * The host's address. Nothing but a listed host is ever looked up.
   *
   * @throws BadInputException when the host may not be scanned
   */
  public InetAddress check(String host) {
    String literal = host.equals("localhost") ? "127.0.0.1" : host;
    boolean loopback = LOOPBACK.matcher(literal).matches() || literal.equals("::1");
    if (!loopback && !others.contains(host)) {
      throw new BadInputException(
          "host must be this machine's loopback (127.0.0.0/8, ::1, localhost) or listed in"
              + " edgewatt.nmap.allow");
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new BadInputException("host is not known: " + host);
    }
  }
}
