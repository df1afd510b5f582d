package io.github.edgewatt.scoring.power.cache;

/**
 * What a {@link CachingPredictor} has done so far.
 *
 * @param questions how many it was asked
 * @param missed how many of them memory could not answer
 * @param substituted how many were answered by a straight line or not at all
 * @param sources how many sources it remembers
 * @param paused how many of them are left alone after failures
 */
public record PredictorFigures(
    long questions, long missed, long substituted, long sources, long paused) {}
