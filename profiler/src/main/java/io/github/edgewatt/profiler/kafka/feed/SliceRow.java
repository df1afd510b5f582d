package io.github.edgewatt.profiler.kafka.feed;

import java.util.Locale;

/**
 * A slice of a feed as a row of {@code feed.csv}. Images count where they left, late or not.
 *
 * @param timeMillis when it began, milliseconds since 1970
 * @param fraction of the highest load; NaN for a burst
 * @param targetImages images per second asked, by the mean image; NaN for a burst
 * @param targetMbps decimal megabytes per second asked; NaN for a burst
 * @param sent images that left in it
 * @param achievedMbps decimal megabytes per second that left
 * @param maxLagMillis longest time an image left after it was due; NaN where none left
 * @param p99LagMillis 99 of 100 images left within this after they were due
 * @param failed images that were given up in it
 * @param waiting images on their way at its end
 */
record SliceRow(
    int slice,
    long timeMillis,
    double fraction,
    double targetImages,
    double targetMbps,
    long sent,
    long bytes,
    double achievedMbps,
    double maxLagMillis,
    double p99LagMillis,
    long failed,
    long waiting) {
  static final String HEADER =
      "slice,time_ms,fraction,target_images_per_s,sent,bytes,achieved_mbps,lag_ms,failed,"
          + "lag_p99_ms,target_mbps,waiting";

  String csv() {
    return String.join(
        ",",
        String.valueOf(slice),
        String.valueOf(timeMillis),
        number(fraction, 6),
        number(targetImages, 3),
        String.valueOf(sent),
        String.valueOf(bytes),
        number(achievedMbps, 6),
        number(maxLagMillis, 3),
        String.valueOf(failed),
        number(p99LagMillis, 3),
        number(targetMbps, 6),
        String.valueOf(waiting));
  }

  private static String number(double value, int decimals) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : "NaN";
  }
}
