package io.github.edgewatt.profiler.measure.prometheus;

/**
 * Which part of a window a series lived in. A series that begins in the window belongs to a
 * container started there only if its target was scraped before without it; one that ends in the
 * window was taken away only if its target was scraped after without it. Else samples are missing.
 *
 * @param began whether it began after the window's start
 * @param ended whether it ended before the window's end
 * @param problem why the series does not cover the window, or empty
 */
record Lifespan(boolean began, boolean ended, String problem) {

  /** A scrape may be late by this many intervals before it counts as missed. */
  static final double PATIENT_INTERVALS = 2.5;

  static Lifespan of(Sequence samples, Scrapes scrapes, long from, long to, long interval) {
    long patient = Math.round(PATIENT_INTERVALS * interval);
    boolean began = samples.first() - from > 0;
    boolean ended = samples.last() - to < 0;
    long early = samples.first() - 20 * interval;
    if (began && !scrapes.succeeded(samples.labels(), early, samples.first() - interval / 2)) {
      return new Lifespan(true, ended, "no sample before the window");
    }
    long late = Math.max(to, samples.last() + patient);
    boolean gone =
        scrapes.succeeded(samples.labels(), late, late + 1_000 * interval)
            && !scrapes.sees(samples.labels(), late);
    if (ended && !gone) {
      return new Lifespan(began, true, "no sample after the window");
    }
    return new Lifespan(began, ended, "");
  }
}
