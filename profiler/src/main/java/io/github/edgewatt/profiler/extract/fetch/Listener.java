package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Outcome.Failure;

/** Told how an extraction goes, from several threads. */
public interface Listener {
  /** So many segments are to be fetched. */
  void begins(int segments);

  /** Another segment is there, or is not to be had. */
  void fetched(String metric, long bytes);

  /** Something stays missing. */
  void failed(Failure failure);

  /** A server says this of its answers. */
  void warned(String warning);
}
