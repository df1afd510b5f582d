package io.github.edgewatt.scoring.extender;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Nodes as the bytes they came as: places in a request's body. */
public final class WholeNodes {
  private final byte[] body;
  private int[] ends = new int[32];
  private int[] starts = new int[32];
  private int count;

  WholeNodes(byte[] body) {
    this.body = body;
  }

  void add(long start, long end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = Math.toIntExact(start);
    ends[count++] = Math.toIntExact(end);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  void write(int node, ByteArrayOutputStream out) {
    out.write(body, starts[node], ends[node] - starts[node]);
  }
}
