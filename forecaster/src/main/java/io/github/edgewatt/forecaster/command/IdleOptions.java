package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.question.Words;
import picocli.CommandLine.Option;

/** What the node looks like before the load, as far as the user knows. */
final class IdleOptions {
  @Option(
      names = "--idle-cpu",
      paramLabel = "PERCENT",
      description = "CPU at rest in percent of one core (default: the model's)")
  private String cpu;

  @Option(
      names = "--idle-ram",
      paramLabel = "SIZE",
      description = "memory in use at rest: bytes, 4.2GB or 3.9GiB (default: the model's)")
  private String ram;

  @Option(
      names = "--idle-ram-percent",
      paramLabel = "PERCENT",
      description = "memory in use at rest in percent of all (default: the model's)")
  private String ramPercent;

  @Option(
      names = "--idle-power",
      paramLabel = "W",
      description = "power at rest in watts (default: the model's)")
  private String power;

  /** The figures that were given; NaN for the others. */
  Idle idle() {
    return new Idle(
        figure("CPU at rest in percent of one core", cpu),
        ram == null ? Double.NaN : Words.bytes(ram),
        figure("memory at rest in percent", ramPercent),
        figure("power at rest in watts", power));
  }

  private static double figure(String what, String text) {
    return text == null ? Double.NaN : Words.figure(what, text);
  }
}
