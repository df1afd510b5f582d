package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Metric;
import java.io.IOException;

/** Takes metrics whose answers are all on disk, from one thread at a time. */
public interface Consumer {
  /** Whether a metric was taken already, in an earlier session. */
  boolean has(Metric metric);

  /**
   * Takes a metric.
   *
   * @throws BadAnswerException where an answer is not what it should be; it is removed
   */
  void take(Metric metric) throws IOException, BadAnswerException;

  /** Leaves the answers as they are. */
  Consumer NONE =
      new Consumer() {
        @Override
        public boolean has(Metric metric) {
          return false;
        }

        @Override
        public void take(Metric metric) {
          // The answers are all that is wanted.
        }
      };
}
