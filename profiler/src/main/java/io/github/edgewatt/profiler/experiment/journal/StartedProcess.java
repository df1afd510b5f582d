package io.github.edgewatt.profiler.experiment.journal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A process the experiment started and has not ended yet.
 *
 * @param name whose it is
 * @param startTicks when it started, clock ticks since boot: tells it from a stranger that got its
 *     pid later
 */
public record StartedProcess(String name, long pid, @JsonProperty("start_ticks") long startTicks) {}
