package io.github.edgewatt.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemdTest {
  @ParameterizedTest
  @CsvSource({
    "telem/n1/cpu, n1, cpu, '', true, false",
    "telem/n1/kubernetes_cgrp_cpu/abc, n1, kubernetes_cgrp_cpu, abc, false, true",
    "telem/n1/docker_cgrp_cpu/abc, n1, docker_cgrp_cpu, abc, false, true",
    "telem/n1/kubernetes_cgrp_net/abc/eth0/rx, n1, kubernetes_cgrp_net, abc, false, false",
    "telem/n1/kubernetes_cgrp_mem/abc, n1, kubernetes_cgrp_mem, abc, false, false",
    "telem/n1/load, n1, load, '', false, false",
    "telem/n1/load1, n1, load1, '', false, false",
    "telem/n1/psi_cpu/some, n1, psi_cpu, some, false, false",
    "telem/n1/cpu/0, n1, cpu, 0, false, false",
    "telem/n1/kubernetes_cgrp_cpu, n1, kubernetes_cgrp_cpu, '', false, false",
  })
  void aTopicTellsWhoseValueItIs(
      String channel, String node, String metric, String subsystem, boolean cpu, boolean cgroup) {
    TelemdTopic topic = TelemdTopic.parse(channel);
    assertThat(topic).isEqualTo(new TelemdTopic(node, metric, subsystem));
    assertThat(topic.nodeCpu()).isEqualTo(cpu);
    assertThat(topic.containerCpu()).isEqualTo(cgroup);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "telem", "telem/", "telem/n1", "telem//cpu", "telem/n1/", "x/n1/cpu", "a/b/c"})
  void aChannelOfOthersIsRefused(String channel) {
    assertThatThrownBy(() -> TelemdTopic.parse(channel))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no channel of telemd")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aSampleIsATimeAndANumber() {
    assertThat(TelemdSample.parse("1663142400.5000000 12.500000"))
        .isEqualTo(new TelemdSample("1663142400.5000000", 12.5));
    assertThat(TelemdSample.parse("1663142400 1e9").value()).isEqualTo(1e9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1663142400",
        "1663142400 ",
        "1663142400 a",
        "1663142400 NaN",
        "1663142400 Infinity",
        "1663142400 1 2",
        "1663142400\n1",
      })
  void aMalformedSampleIsOneLine(String payload) {
    assertThatThrownBy(() -> TelemdSample.parse(payload))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no sample of telemd")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aLongPayloadIsNotEvenLookedAt() {
    assertThatThrownBy(() -> TelemdSample.parse("1663142400 " + "1".repeat(200)))
        .hasMessageStartingWith("no sample of telemd")
        .hasMessageNotContaining("1".repeat(80));
  }

  @ParameterizedTest
  @CsvSource({
    // Both meanings are the same.
    "1663142400.512345678, 512345678",
    "1663142400, 0",
    // A count of nanoseconds that lost its zeros: 5 ms, 42 ms, 1 ns.
    "1663142400.5000000, 5000000",
    "1663142400.42000000, 42000000",
    "1663142400.1, 1",
    "1663142400.0, 0",
    // Zeros in front, or more than nine digits: decimal.
    "1663142400.005, 5000000",
    "1663142400.0421234, 42123400",
    "1663142400.5123456781, 512345678",
  })
  void aFractionIsReadAsItsDigitsTell(String time, int nanos) {
    assertThat(new TelemdClocks().at("n", time))
        .isEqualTo(Instant.ofEpochSecond(1_663_142_400, nanos));
  }

  @Test
  void aFewDigitsMeanWhatTheNodeMeantLast() {
    TelemdClocks clocks = new TelemdClocks();
    assertThat(clocks.at("telemd", "10.5000000")).isEqualTo(Instant.ofEpochSecond(10, 5_000_000));
    assertThat(clocks.at("double", "10.0625")).isEqualTo(Instant.ofEpochSecond(10, 62_500_000));
    assertThat(clocks.at("double", "10.5")).isEqualTo(Instant.ofEpochSecond(10, 500_000_000));
    assertThat(clocks.at("telemd", "10.5000000")).isEqualTo(Instant.ofEpochSecond(10, 5_000_000));
    assertThat(clocks.at("double", "10.123456789"))
        .isEqualTo(Instant.ofEpochSecond(10, 123_456_789));
    assertThat(clocks.at("double", "10.5")).isEqualTo(Instant.ofEpochSecond(10, 5));
  }

  @Test
  void whateverTelemdPrintsIsReadBackExactly() {
    Random random = new Random(7);
    TelemdClocks clocks = new TelemdClocks();
    for (int i = 0; i < 10_000; i++) {
      int seconds = random.nextInt(Integer.MAX_VALUE);
      int nanos = random.nextInt(1_000_000_000);
      assertThat(clocks.at("n", seconds + "." + nanos))
          .isEqualTo(Instant.ofEpochSecond(seconds, nanos));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".5",
        "-1",
        "1e9",
        "12.",
        "a",
        "1.2.3",
        "123456789012",
        "1.1234567890123456789",
        "1,5"
      })
  void whatIsNoTimeIsRefused(String time) {
    assertThatThrownBy(() -> new TelemdClocks().at("n", time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no time in seconds since 1970");
  }

  @ParameterizedTest
  @CsvSource({
    "100m, 0.1",
    "'\"100m\"', 0.1",
    "'\\\"2\\\"', 2",
    "1, 1",
    "0.5, 0.5",
    ".5, 0.5",
    "2., 2",
    "64Mi, 67108864",
    "1Ki, 1024",
    "1Gi, 1073741824",
    "1Ei, 1152921504606846976",
    "1k, 1000",
    "1M, 1000000",
    "1G, 1000000000",
    "1E, 1e18",
    "2e3, 2000",
    "2E3, 2000",
    "5e-1, 0.5",
    "250n, 2.5e-7",
    "250u, 2.5e-4",
    "16401084Ki, 16794710016",
  })
  void quantitiesComeInTheirBaseUnit(String text, double value) {
    assertThat(Quantity.parse(text))
        .isCloseTo(value, org.assertj.core.data.Offset.offset(1e-12 * Math.max(1, value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "m", "1x", "1 Gi", "1mi", "NaN", "1e", "1e999", "1Kib"})
  void whatIsNoQuantityIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parse(text)).hasMessageStartingWith("no quantity");
  }
}
