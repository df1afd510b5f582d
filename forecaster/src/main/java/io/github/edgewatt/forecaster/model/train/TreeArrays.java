package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.model.Forest;
import java.lang.reflect.Field;
import java.util.Arrays;
import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomTree;

/**
 * Reads Weka's trees into flat arrays. Weka shows a tree's splits to its own package only, and its
 * text form rounds them, so the fields are read by reflection; a test holds the arrays' answers
 * against Weka's own.
 */
final class TreeArrays {
  private static final Field TREE = field(RandomTree.class, "m_Tree");
  private static final Class<?> NODE = TREE.getType();
  private static final Field SUCCESSORS = field(NODE, "m_Successors");
  private static final Field ATTRIBUTE = field(NODE, "m_Attribute");
  private static final Field SPLIT_POINT = field(NODE, "m_SplitPoint");
  private static final Field MEAN = field(NODE, "m_ClassDistribution");

  private byte[] feature = new byte[1024];
  private double[] value = new double[1024];
  private int[] right = new int[1024];
  private int size;

  private TreeArrays() {}

  static Forest of(Classifier[] trees) throws IllegalAccessException {
    TreeArrays arrays = new TreeArrays();
    int[] roots = new int[trees.length];
    for (int i = 0; i < trees.length; i++) {
      roots[i] = arrays.size;
      arrays.add(TREE.get(trees[i]), 0);
    }
    return new Forest(
        roots,
        Arrays.copyOf(arrays.feature, arrays.size),
        Arrays.copyOf(arrays.value, arrays.size),
        Arrays.copyOf(arrays.right, arrays.size));
  }

  /** Appends a subtree in preorder; {@code inherited} is the value of leaves that saw no sample. */
  private void add(Object node, double inherited) throws IllegalAccessException {
    if (size == feature.length) {
      feature = Arrays.copyOf(feature, 2 * size);
      value = Arrays.copyOf(value, 2 * size);
      right = Arrays.copyOf(right, 2 * size);
    }
    int index = size++;
    double[] means = (double[]) MEAN.get(node);
    double mean = means == null ? inherited : means[0];
    int attribute = ATTRIBUTE.getInt(node);
    if (attribute < 0) {
      feature[index] = -1;
      value[index] = mean;
      return;
    }
    Object[] successors = (Object[]) SUCCESSORS.get(node);
    feature[index] = (byte) attribute;
    value[index] = SPLIT_POINT.getDouble(node);
    add(successors[0], mean);
    right[index] = size;
    add(successors[1], mean);
  }

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("this Weka's trees have no field " + name, e);
    }
  }
}
