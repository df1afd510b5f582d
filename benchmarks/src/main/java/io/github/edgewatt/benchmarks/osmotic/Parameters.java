package io.github.edgewatt.benchmarks.osmotic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The committed parameters of the replay; {@code parameters.json} says where each comes from. */
record Parameters(
    Seeds seeds,
    double warmUpMinutes,
    List<Pace> pace,
    double lookbackSeconds,
    Load load,
    List<Function> functions,
    Pods pods,
    Nodes nodes,
    Forecast forecast,
    Latency latency,
    Policies policies) {
  Parameters {
    pace = List.copyOf(pace);
    // A snapshot's index numbers functions by name; so does the replay.
    functions = functions.stream().sorted(Comparator.comparing(Function::name)).toList();
  }

  /** Reads them; fails where one is missing. */
  static Parameters read(Path file) throws IOException {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build()
        .readValue(file.toFile(), Parameters.class);
  }

  /** The pace for {@code zones}; the nearest one told for fewer where there is none of its own. */
  Pace paceOf(int zones) {
    return pace.stream()
        .filter(one -> one.zones() <= zones)
        .max(Comparator.comparingInt(Pace::zones))
        .orElse(pace.get(0));
  }

  record Seeds(List<Long> reported, List<Long> tuning) {
    Seeds {
      reported = List.copyOf(reported);
      tuning = List.copyOf(tuning);
    }
  }

  record Pace(int zones, int stepSeconds, int weightSeconds, int scalingSeconds, int traces) {
    Pace {
      if (weightSeconds % stepSeconds != 0 || scalingSeconds % stepSeconds != 0) {
        throw new IllegalArgumentException("rounds come after whole steps");
      }
    }
  }

  record Load(
      double[] hourlyFactors,
      double mostPhaseHours,
      double zoneSizeSigma,
      double noiseSigma,
      double noiseCorrelationSeconds) {}

  record Function(
      String name,
      double cpuSeconds,
      double requestCores,
      double requestMebibytes,
      double peakPerSecond) {
    double requestBytes() {
      return requestMebibytes * (1 << 20);
    }
  }

  record Pods(
      double limitCores,
      double idleCores,
      double startSeconds,
      int initialPerZone,
      int queueBound,
      double clientTimeoutSeconds) {}

  record Nodes(
      int workersPerZone,
      List<Kind> kinds,
      int mostPods,
      double curveExponent,
      String gatewayKind,
      double gatewayCpuSeconds,
      double gatewayMillis) {
    Nodes {
      kinds = List.copyOf(kinds);
    }

    int gatewayKindNumber() {
      return kinds.stream().map(Kind::name).toList().indexOf(gatewayKind);
    }
  }

  record Kind(
      String name,
      double share,
      double cores,
      double speed,
      double gibibytes,
      double idleWatts,
      double maxWatts) {
    double bytes() {
      return gibibytes * (1L << 30);
    }
  }

  record Forecast(double wattsErrorSigma, double cpuErrorSigma) {}

  record Latency(
      double clientMillis, double[] intraZoneMillis, double baseMillis, double perUnitMillis) {}

  record Logistic(double a, double b, double c, double midpoint, double offset) {}

  record Policies(
      Logistic logistic,
      List<String> pressures,
      double maxThreshold,
      double minThreshold,
      double percentile,
      double latencyRequirementMillis,
      int replicasPerThreeZones,
      double hpaCpuTarget,
      double durationTargetMillis,
      double tolerance,
      double responseTimeWindowSeconds,
      double responseTimeScaling,
      double mostWeight) {
    Policies {
      pressures = List.copyOf(pressures);
    }
  }
}
