package io.github.edgewatt.profiler.kafka.feed.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which frames of an HDF5 file are to be sent: all of its sensors in the order of their names,
 * without frames that were switched off or never written.
 *
 * @param frames in sensor order
 * @param leftOut because {@code is_enabled} says so, or because they are empty
 */
record Hdf5Frames(List<HeapBytes> frames, int leftOut) {
  Hdf5Frames {
    frames = List.copyOf(frames);
  }

  static Hdf5Frames of(HdfFile file) throws IOException {
    int most = frameCount(file);
    if (!(file.getChildren().get("sensors") instanceof Group sensors)) {
      throw new IOException("there is no group 'sensors' in it");
    }
    List<HeapBytes> frames = new ArrayList<>();
    int leftOut = 0;
    List<Node> ordered =
        sensors.getChildren().values().stream()
            .sorted(Comparator.comparing(Node::getName))
            .toList();
    for (Node node : ordered) {
      if (!(node instanceof Dataset sensor)) {
        throw new IOException(node.getPath() + " is no data set");
      }
      List<HeapBytes> own = HeapBytes.row(sensor, file.getHdfBackingStorage());
      Object enabled = enabled(file, sensor);
      for (int k = 0; k < Math.min(most, own.size()); k++) {
        if (own.get(k).length() > 0 && isOn(enabled, k)) {
          frames.add(own.get(k));
        } else {
          leftOut++;
        }
      }
    }
    return new Hdf5Frames(frames, leftOut);
  }

  private static int frameCount(HdfFile file) throws IOException {
    if (!(file.getChildren().get("metadata") instanceof Dataset metadata)) {
      return Integer.MAX_VALUE;
    }
    try {
      JsonNode count =
          new ObjectMapper().readTree(String.valueOf(metadata.getData())).path("n_frames");
      if (count.isMissingNode()) {
        return Integer.MAX_VALUE;
      }
      if (count.canConvertToInt() && count.intValue() >= 0) {
        return count.intValue();
      }
      throw new IOException("its metadata's n_frames is " + count + ", not a number of frames");
    } catch (JsonProcessingException e) {
      throw new IOException("its metadata is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Object enabled(HdfFile file, Dataset sensor) {
    Node flags = file.getChildren().get("is_enabled");
    Node own = flags instanceof Group group ? group.getChildren().get(sensor.getName()) : null;
    return own instanceof Dataset dataset ? dataset.getData() : null;
  }

  /** NumPy's booleans are an enumeration, read as text; other files have numbers. */
  private static boolean isOn(Object flags, int frame) {
    if (flags == null || frame >= Array.getLength(flags)) {
      return true;
    }
    Object flag = Array.get(flags, frame);
    return flag instanceof Number number
        ? number.doubleValue() != 0
        : !String.valueOf(flag).equalsIgnoreCase("false");
  }
}
