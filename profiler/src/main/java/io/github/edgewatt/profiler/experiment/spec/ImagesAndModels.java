package io.github.edgewatt.profiler.experiment.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells images and models that are made up from those that are files, and looks for the files. */
final class ImagesAndModels {
  private static final Pattern MADE_UP = Pattern.compile("generated(:[1-9]\\d{0,6}){0,2}");
  private static final Pattern COST = Pattern.compile("synthetic:\\d{1,6}(\\.\\d{1,6})?");

  private ImagesAndModels() {}

  static boolean isGenerated(String images) {
    return images.startsWith(Feed.GENERATED);
  }

  /** The images as the feeder takes them. */
  static String images(String key, String images, Paths paths) throws SpecException {
    if (isGenerated(images)) {
      if (!MADE_UP.matcher(images).matches()) {
        throw new SpecException(
            key
                + " is '"
                + images
                + "': write generated, generated:COUNT or generated:COUNT:BYTES");
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

  private static boolean isHdf5(String name) {
    return name.endsWith(".hdf5") || name.endsWith(".h5");
  }
}
