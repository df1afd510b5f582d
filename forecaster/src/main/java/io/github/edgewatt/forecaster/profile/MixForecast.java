package io.github.edgewatt.forecaster.profile;

import io.github.edgewatt.dataset.Configuration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The first forecast of a mix: it costs about the sum of what its functions cost alone, over the
 * idle node. On measurements of three functions together on three kinds of nodes this sum alone
 * explains more of the variance on unseen combinations than trees trained on rates do.
 */
public final class MixForecast {
  private final Map<String, SoloProfile> profiles;
  private final double idleCpuPercent;
  private final double cpuLimitPercent;

  /**
   * @param profiles solo profiles of all functions asked for later
   * @param idleCpuPercent CPU of the idle node, percent of one core
   * @param cpuLimitPercent node CPU that counts as overload, percent of one core
   */
  public MixForecast(
      Collection<SoloProfile> profiles, double idleCpuPercent, double cpuLimitPercent) {
    this.profiles =
        profiles.stream().collect(Collectors.toMap(SoloProfile::function, Function.identity()));
    this.idleCpuPercent = idleCpuPercent;
    this.cpuLimitPercent = cpuLimitPercent;
  }

  /** Forecast increase of node CPU over idle, percent of one core: the sum over the functions. */
  public double cpuIncreasePercent(Configuration configuration) {
    double sum = 0;
    for (int i = 0; i < configuration.functions().size(); i++) {
      double increase =
          profiles.get(configuration.functions().get(i)).nodeCpu().at(configuration.rates().get(i));
      sum += Double.isNaN(increase) ? 0 : increase;
    }
    return sum;
  }

  /**
   * Forecast demand as a share of capacity: the larger of (idle + summed CPU) / CPU limit and any
   * function's rate over its own knee. 1 is the overload frontier.
   */
  public double demandShare(Configuration configuration) {
    double share = (idleCpuPercent + cpuIncreasePercent(configuration)) / cpuLimitPercent;
    for (int i = 0; i < configuration.functions().size(); i++) {
      double own =
          profiles.get(configuration.functions().get(i)).kneeShare(configuration.rates().get(i));
      share = Math.max(share, own);
    }
    return share;
  }
}
