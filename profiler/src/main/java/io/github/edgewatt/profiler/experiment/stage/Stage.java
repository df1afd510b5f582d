package io.github.edgewatt.profiler.experiment.stage;

import java.util.Locale;

/** An experiment's steps in their order; {@link #TRACK} runs from before {@link #FEED} to after. */
public enum Stage {
  BUILD,
  RESET,
  INIT,
  DEPLOY,
  TRACK,
  FEED,
  EXTRACT,
  CORRELATE,
  REPORT;

  /** As it stands in the journal and in the log's name. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
