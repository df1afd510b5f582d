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
 * without those that were switched off.
 *
 * @param frames in sensor order
 * @param disabled left out because {@code is_enabled} says so
 */
record Hdf5Frames(List<Frame> frames, int disabled) {
  /** A frame of a sensor. */
  record Frame(Dataset sensor, int number) {
    /** The encoded image; one slice is read, whatever the data set's size. */
    byte[] read() throws IOException {
      Object slice = sensor.getData(new long[] {number}, new int[] {1});
      return bytes(Array.get(slice, 0), sensor.getPath() + "[" + number + "]");
    }
  }

  Hdf5Frames {
    frames = List.copyOf(frames);
  }

  static Hdf5Frames of(HdfFile file) throws IOException {
    int most = frameCount(file);
    if (!(file.getChild("sensors") instanceof Group sensors)) {
      throw new IOException("there is no group 'sensors' in it");
    }
    List<Frame> frames = new ArrayList<>();
    int disabled = 0;
    List<Node> ordered =
        sensors.getChildren().values().stream()
            .sorted(Comparator.comparing(Node::getName))
            .toList();
    for (Node node : ordered) {
      if (!(node instanceof Dataset sensor)
          || !sensor.isVariableLength()
          || sensor.getDimensions().length != 1) {
        throw new IOException(node.getPath() + " is no row of variable-length byte arrays");
      }
      Object enabled = enabled(file, sensor);
      for (int k = 0; k < Math.min(most, sensor.getDimensions()[0]); k++) {
        if (isOn(enabled, k)) {
          frames.add(new Frame(sensor, k));
        } else {
          disabled++;
        }
      }
    }
    return new Hdf5Frames(frames, disabled);
  }

  private static int frameCount(HdfFile file) throws IOException {
    if (!(file.getChild("metadata") instanceof Dataset metadata)) {
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
    Node flags = file.getChild("is_enabled");
    Node own = flags instanceof Group group ? group.getChild(sensor.getName()) : null;
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

  private static byte[] bytes(Object frame, String name) throws IOException {
    if (frame instanceof byte[] bytes) {
      return bytes;
    }
    // Unsigned bytes come as integers, because Java's are signed.
    if (frame instanceof int[] numbers) {
      byte[] bytes = new byte[numbers.length];
      for (int k = 0; k < bytes.length; k++) {
        if (numbers[k] < 0 || numbers[k] > 255) {
          throw new IOException(name + " holds " + numbers[k] + ", which is no byte");
        }
        bytes[k] = (byte) numbers[k];
      }
      return bytes;
    }
    throw new IOException(name + " holds no bytes");
  }
}
