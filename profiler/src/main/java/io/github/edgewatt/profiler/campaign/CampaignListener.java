package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.profiler.design.Step;
import java.util.List;

/** Hears what a campaign does, for a screen. */
public interface CampaignListener {

  /** Functions are being deployed, then warmed. */
  void deploying(List<String> functions);

  /** A measurement begins with its rest. */
  void measuring(Step.Measure step, double elapsedSeconds);

  /** A row is written. */
  void measured(MeasurementRow row, double elapsedSeconds);

  /** A configuration is written down as skipped. */
  void skipped(Configuration configuration, String reason);

  /** Something the user should know. */
  void warned(String line);
}
