package io.github.edgewatt.profiler.experiment.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells images and models that are made up from those that are files, and looks for the files. */
final class ImagesAndModels {
  private static final Pattern MADE_UP =
      Pattern.compile("generated(?::(\\d{1,7})(?::(\\d{1,9}))?)?");
  private static final Pattern COST = Pattern.compile("synthetic:\\d{1,6}(\\.\\d{1,6})?");

  // The consumer's limits of a compute load.
  private static final double LEAST_COST = 0.001;
  private static final double MOST_COST = 1_000;

  // The feeder's limits of what it draws, and what it draws where nothing is said.
  private static final int COUNT = 20;
  private static final int BYTES = 50_000;
  private static final int LEAST_BYTES = 2_000;
  private static final int LARGEST_BYTES = 10 << 20;
  private static final long MOST_BYTES = 128L << 20;

  private ImagesAndModels() {}

  static boolean isGenerated(String images) {
    return images.startsWith(Feed.GENERATED);
  }

  /** The images as the feeder takes them. */
  static String images(String key, String images, Paths paths) throws SpecException {
    if (isGenerated(images)) {
      Matcher made = MADE_UP.matcher(images);
      if (!made.matches()) {
        throw new SpecException(
            key
                + " is '"
                + images
                + "': write generated, generated:COUNT or generated:COUNT:BYTES");
      }
      int count = number(made.group(1), COUNT);
      int bytes = number(made.group(2), BYTES);
      if (count < 1
          || bytes < LEAST_BYTES
          || bytes > LARGEST_BYTES
          || (long) count * bytes > MOST_BYTES) {
        throw new SpecException(
            "%s is '%s': ask for 1 image or more of 2000 to %d bytes, 128 MiB together"
                .formatted(key, images, LARGEST_BYTES));
      }
      return images;
    }
    Path path = paths.resolve(images);
    if (!Files.isDirectory(path) && !(Files.isRegularFile(path) && isHdf5(images))) {
      throw new SpecException(
          key
              + " is '"
              + images
              + "': there is no such folder or .hdf5 file (looked at "
              + path
              + ")");
    }
    return path.toString();
  }

  /** The model as the consumer takes it; a cluster's consumers look for files themselves. */
  static String model(String key, String model, Paths paths, boolean here) throws SpecException {
    if (model.startsWith(Consumers.SYNTHETIC)) {
      if (!COST.matcher(model).matches()) {
        throw new SpecException(
            key + " is '" + model + "': write synthetic:GFLOPS, such as synthetic:0.5");
      }
      double cost = Double.parseDouble(model.substring(Consumers.SYNTHETIC.length()));
      if (cost < LEAST_COST || cost > MOST_COST) {
        throw new SpecException(key + " is '" + model + "': give 0.001 to 1000 GFLOPs");
      }
      return model;
    }
    return here ? file(key, model, paths) : model;
  }

  static String file(String key, String text, Paths paths) throws SpecException {
    Path path = paths.resolve(text);
    if (!Files.isRegularFile(path)) {
      throw new SpecException(
          key + " is '" + text + "': there is no such file (looked at " + path + ")");
    }
    return path.toString();
  }

  private static int number(String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static boolean isHdf5(String name) {
    return name.endsWith(".hdf5") || name.endsWith(".h5");
  }
}
