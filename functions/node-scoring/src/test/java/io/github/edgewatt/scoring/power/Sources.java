package io.github.edgewatt.scoring.power;

import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** Sources and questions for tests. */
public final class Sources {
  /** What WAO's models are asked. */
  public static final List<Feature> WAO =
      List.of(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2);

  private Sources() {}

  /** A model called {@code frugal} with a straight line of 60 to 140 W. */
  public static PowerSource frugal(Kind kind, String host, int port) {
    String signature = kind == Kind.OPEN_INFERENCE ? "inputs" : "";
    return new PowerSource(
        kind, host, port, "frugal", OptionalLong.empty(), signature, WAO, 60, 140);
  }

  public static PowerSource frugal(Kind kind, URI server) {
    return frugal(kind, server.getHost(), server.getPort());
  }

  /** The same source by another name and version, and without a line. */
  public static PowerSource named(PowerSource source, String name, OptionalLong version) {
    return new PowerSource(
        source.kind(),
        source.host(),
        source.port(),
        name,
        version,
        source.signature(),
        source.features(),
        Double.NaN,
        Double.NaN);
  }

  /** A question with all temperatures in the middle. */
  public static PowerQuestion at(PowerSource source, double cpu) {
    return new PowerQuestion(source, new PowerPoint(cpu, 8, 0.5, 0.5, 0.5, 25));
  }
}
