package io.github.edgewatt.scaling.daemon;

import java.time.Duration;

/**
 * How rounds are done.
 *
 * @param identity what no other process calls itself
 * @param interval how often they are done
 * @param dryRun whether decisions are published only
 * @param mostReadings how many measurements of a round are published at most
 */
public record RoundOptions(String identity, Duration interval, boolean dryRun, int mostReadings) {}
