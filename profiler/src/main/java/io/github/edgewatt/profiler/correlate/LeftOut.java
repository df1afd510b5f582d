package io.github.edgewatt.profiler.correlate;

import io.github.edgewatt.profiler.correlate.rule.Screening;

/**
 * A series that was not compared.
 *
 * @param series its name and labels
 * @param reason in a few words
 */
public record LeftOut(String series, String reason, Screening screening) {}
