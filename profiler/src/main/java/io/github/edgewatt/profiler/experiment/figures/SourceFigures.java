package io.github.edgewatt.profiler.experiment.figures;

/**
 * One consumer as the tracker saw it; times in ms.
 *
 * @param source its name or address
 * @param images it answered
 * @param preMean decoding and scaling
 * @param inferenceMean the model
 * @param postMean boxes of the model's answer
 * @param queueP50 in Kafka
 * @param totalP50 from the feeder to the result's readiness
 * @param totalP99 the same
 */
public record SourceFigures(
    String source,
    long images,
    double preMean,
    double inferenceMean,
    double postMean,
    double queueP50,
    double totalP50,
    double totalP99) {}
