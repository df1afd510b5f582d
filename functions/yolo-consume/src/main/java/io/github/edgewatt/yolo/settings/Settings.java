package io.github.edgewatt.yolo.settings;

import io.github.edgewatt.yolo.model.ModelSettings;
import java.util.Optional;

/**
 * What a process is told.
 *
 * @param kafka where images come from; absent: from callers only
 * @param model which model
 * @param publish {@code VALIDATE_RESULTS}: whether results are published
 * @param verbose {@code VERBOSE}: whether each image is a line in the log
 * @param workers {@code YOLO_WORKERS}: images from Kafka looked at the same time
 * @param source {@code YOLO_SOURCE}: who results say they come from
 */
public record Settings(
    Optional<KafkaSettings> kafka,
    ModelSettings model,
    boolean publish,
    boolean verbose,
    int workers,
    String source) {}
