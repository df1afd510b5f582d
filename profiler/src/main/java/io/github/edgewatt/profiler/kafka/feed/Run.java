package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;

/** Sends a feed's images: on a curve or all at once. */
interface Run {
  /**
   * Sends until all is sent or the feed is told to stop.
   *
   * @return how many images left or were given up; they have successive ids
   */
  long send() throws DatasetException, PlatformException, IOException;
}
