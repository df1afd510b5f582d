package io.github.edgewatt.yolo.consume;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Something that does not work for now: told once when it begins, then every half a minute, and
 * once when it is over, however often it is noticed.
 */
final class Trouble {
  private static final Logger LOG = Logger.getLogger(Trouble.class);
  private static final long EVERY_NANOS = 30_000_000_000L;

  private final String what;
  private final LongSupplier nanos;
  private String reason;
  private long toldAt;

  /**
   * @param what does not work, for people
   * @param nanos a clock that only counts
   */
  Trouble(String what, LongSupplier nanos) {
    this.what = what;
    this.nanos = nanos;
  }

  /** It does not work, for {@code why}. */
  synchronized void tell(String why) {
    if (reason == null || nanos.getAsLong() - toldAt >= EVERY_NANOS) {
      LOG.warnf("%s: %s; trying on", what, why);
      toldAt = nanos.getAsLong();
    }
    reason = why;
  }

  /** It works. */
  synchronized void over() {
    if (reason != null) {
      LOG.infof("%s: over", what);
      reason = null;
    }
  }

  /** What does not work and why; empty where it works. */
  synchronized Optional<String> current() {
    return Optional.ofNullable(reason).map(why -> what + ": " + why);
  }

  /** An exception's reason in one line. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = root.getMessage();
    return said == null || said.isBlank()
        ? root.getClass().getSimpleName()
        : said.lines().findFirst().orElse(said);
  }
}
