package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.model.Forest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * A forest as two arrays: a byte a node for the feature (-1 a leaf) and a little-endian double a
 * node for the threshold or the leaf's value, each as base64 text.
 *
 * <p>The nodes of a tree stand in preorder and each split has two children, so where a tree ends
 * and where a right child stands follows from which nodes are leaves: no index is stored, and none
 * can be wrong.
 */
final class ForestJson {
  /** More cannot stand in a file of the allowed size. */
  private static final int MOST_NODES = ModelFile.MOST_BYTES / 12;

  private ForestJson() {}

  static void put(ObjectNode into, Forest forest) {
    if (!inPreorder(forest)) {
      throw new IllegalArgumentException("the forest's trees do not stand in preorder");
    }
    ByteBuffer values =
        ByteBuffer.allocate(forest.nodes() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : forest.value()) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value of the forest is " + value);
      }
      values.putDouble(value);
    }
    into.put("trees", forest.trees());
    into.put("nodes", forest.nodes());
    into.put("feature", Base64.getEncoder().encodeToString(forest.feature()));
    into.put("value", Base64.getEncoder().encodeToString(values.array()));
  }

  private static boolean inPreorder(Forest forest) {
    try {
      Forest again = forest(forest.feature(), forest.value(), forest.trees(), "trees");
      return Arrays.equals(again.right(), forest.right())
          && Arrays.equals(again.roots(), forest.roots());
    } catch (BadModelException e) {
      return false;
    }
  }

  /**
   * @param width how many features the forest is given
   */
  static Forest read(Fields fields, int width) {
    int nodes = fields.integer("nodes");
    if (nodes < 1 || nodes > MOST_NODES) {
      throw new BadModelException(
          "is damaged: " + fields.at("nodes") + " is " + nodes + ", not 1 to " + MOST_NODES);
    }
    byte[] feature = bytes(fields, "feature", nodes);
    for (byte index : feature) {
      if (index < -1 || index >= width) {
        throw new BadModelException(
            "is damaged: " + fields.at("feature") + " names feature " + index + " of " + width);
      }
    }
    double[] value = new double[nodes];
    ByteBuffer.wrap(bytes(fields, "value", nodes * Double.BYTES))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(value);
    for (double number : value) {
      if (!Double.isFinite(number)) {
        throw new BadModelException("is damaged: " + fields.at("value") + " holds " + number);
      }
    }
    return forest(feature, value, fields.integer("trees"), fields.at("trees"));
  }

  private static byte[] bytes(Fields fields, String name, int length) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(fields.text(name));
    } catch (IllegalArgumentException e) {
      throw new BadModelException("is damaged: " + fields.at(name) + " is not base64", e);
    }
    if (bytes.length != length) {
      throw new BadModelException(
          "is damaged: "
              + fields.at(name)
              + " has "
              + bytes.length
              + " bytes where "
              + fields.at("nodes")
              + " asks for "
              + length);
    }
    return bytes;
  }

  /** Finds right children and roots, from the last node to the first. */
  private static Forest forest(byte[] feature, double[] value, int trees, String where) {
    int nodes = feature.length;
    int[] right = new int[nodes];
    int[] size = new int[nodes];
    for (int i = nodes - 1; i >= 0; i--) {
      if (feature[i] < 0) {
        size[i] = 1;
        continue;
      }
      int left = i + 1;
      int second = left < nodes ? left + size[left] : nodes;
      if (second >= nodes) {
        throw new BadModelException("is damaged: " + where + ": node " + i + " has no children");
      }
      right[i] = second;
      size[i] = 1 + size[left] + size[second];
    }
    int[] roots = new int[nodes];
    int count = 0;
    for (int root = 0; root < nodes; root += size[root]) {
      roots[count++] = root;
    }
    if (count != trees) {
      throw new BadModelException(
          "is damaged: " + where + " is " + trees + " but its nodes make " + count);
    }
    return new Forest(Arrays.copyOf(roots, count), feature, value, right);
  }
}
