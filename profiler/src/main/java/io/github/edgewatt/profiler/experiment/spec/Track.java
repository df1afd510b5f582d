package io.github.edgewatt.profiler.experiment.spec;

import java.time.Duration;

/**
 * How results are recorded.
 *
 * @param saveInterval rows a file
 * @param timeout gives up after so long without a result
 * @param drain gives up so long after the last image was sent, results or not
 */
public record Track(int saveInterval, Duration timeout, Duration drain) {}
