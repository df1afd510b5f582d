package io.github.edgewatt.profiler.experiment.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells Prometheus whom to ask besides, in the form of its file-based discovery. */
public final class TargetsFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TargetsFile() {}

  /** Replaces the file: addresses by the job they belong to. */
  public static void write(Path file, Map<String, List<String>> jobs) throws DatasetException {
    try {
      AtomicFiles.replace(file, json(jobs).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  static String json(Map<String, List<String>> jobs) {
    List<Map<String, Object>> groups = new ArrayList<>();
    new TreeMap<>(jobs)
        .forEach(
            (job, targets) -> {
              if (!targets.isEmpty()) {
                Map<String, Object> group = new TreeMap<>();
                group.put("targets", targets);
                group.put("labels", Map.of("job", job));
                groups.add(group);
              }
            });
    try {
      return MAPPER.writeValueAsString(groups);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts cannot be written as JSON", e);
    }
  }
}
