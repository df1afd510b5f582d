package io.github.edgewatt.profiler.kafka.track.view;

import io.github.edgewatt.profiler.kafka.track.count.RollingWindow;
import java.util.Map;

/** Shows what goes on. */
public interface TrackView {
  /** A window of rolling figures is full. */
  void rolling(Map<String, RollingWindow.Figures> bySource);

  /** Told about once a second. */
  void progress(Progress progress);

  /** A line that stays. */
  void line(String text);
}
