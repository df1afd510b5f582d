package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {
  private final HostList hosts = new HostList(Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.255.255.254", "127.1.2.3", "::1", "localhost"})
  void allowsLoopback(String host) {
    assertThat(hosts.check(host).isLoopbackAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.1",
        "127.0.0.256",
        "127.1",
        "127.0.0.1.example.org",
        "0.0.0.0",
        "2130706433",
        "::ffff:127.0.0.1",
        "example.org",
        "LOCALHOST.example",
        "128.0.0.1",
        "::2"
      })
  void refusesEverythingElse(String host) {
    Refused.because("loopback", () -> hosts.check(host));
  }

  @Test
  void allowsWhatIsListedAsWritten() {
    HostList wider = new HostList(Set.of("192.0.2.7"));

    assertThat(wider.check("192.0.2.7").getHostAddress()).isEqualTo("192.0.2.7");
    Refused.because("loopback", () -> wider.check("192.0.2.8"));
  }
}
