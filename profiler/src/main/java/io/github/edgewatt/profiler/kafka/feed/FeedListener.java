package io.github.edgewatt.profiler.kafka.feed;

/** Hears how a feed goes, on the thread that runs it. */
public interface FeedListener {
  /** A slice is over. */
  void slice(FeedProgress progress);

  /** About twice a second. */
  void going(FeedProgress progress);

  /** Something to know now, in one line. */
  void warned(String line);
}
