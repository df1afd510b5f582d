package io.github.edgewatt.profiler.experiment.spec;

/**
 * The pipeline's topics.
 *
 * @param input images
 * @param output results
 * @param partitions of the input; no fewer than consumers
 * @param recreate whether topics that are there may be deleted and made anew
 */
public record Topics(String input, String output, int partitions, boolean recreate) {}
