package io.github.edgewatt.benchmarks.yolo;

import io.github.edgewatt.yolo.detect.Fit;
import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ImageDecoder;
import io.github.edgewatt.yolo.model.ModelSettings;
import io.github.edgewatt.yolo.model.OnnxDetector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Our side of the comparison with Python: {@code YoloRun MODEL SECONDS IMAGE...} prints one line,
 * name, milliseconds an image of decoding, resizing, inference, reading the output and all of it,
 * images a second, detections.
 *
 * <p>The steps' times are the detector's own. It does not tell decoding from resizing; how the two
 * share their time is found by decoding alone, once more, outside of the total.
 */
public final class YoloRun {
  private static final double MILLI = 1e6;

  private YoloRun() {}

  /** Measures for so many seconds, after half as many of warming up. */
  public static void main(String[] arguments) throws Exception {
    List<byte[]> images = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      images.add(Files.readAllBytes(Path.of(arguments[i])));
    }
    double seconds = Double.parseDouble(arguments[1]);
    try (OnnxDetector detector = OnnxDetector.open(ModelSettings.of(arguments[0]))) {
      run(detector, images, seconds / 2);
      System.out.println(run(detector, images, seconds));
    }
  }

  private static String run(OnnxDetector detector, List<byte[]> images, double seconds)
      throws Exception {
    int[] shape = detector.dimensions();
    double decode = 0;
    double pre = 0;
    double inference = 0;
    double post = 0;
    double total = 0;
    int count = 0;
    int found = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      found = 0;
      for (byte[] image : images) {
        long begin = System.nanoTime();
        Detected detected = detector.detect(image);
        long done = System.nanoTime();
        total += (done - begin) / MILLI;
        pre += detected.preMillis();
        inference += detected.inferenceMillis();
        post += detected.postMillis();
        found += detected.detections().size();
        count++;
        decode += alone(image, shape[3], shape[2]);
      }
    }
    return String.format(
        Locale.ROOT,
        "ours,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%d",
        decode / count,
        (pre - decode) / count,
        inference / count,
        post / count,
        total / count,
        1000 * count / total,
        found);
  }

  private static double alone(byte[] image, int width, int height) throws Exception {
    long begin = System.nanoTime();
    new ImageDecoder(Integer.MAX_VALUE)
        .decode(image, (wide, high) -> Letterbox.of(Fit.TOP_LEFT, wide, high, width, height));
    return (System.nanoTime() - begin) / MILLI;
  }
}
