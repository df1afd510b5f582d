package io.github.edgewatt.benchmarks.yolo;

import io.github.edgewatt.yolo.detect.Candidates;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.detect.Filling;
import io.github.edgewatt.yolo.detect.Layout;
import io.github.edgewatt.yolo.detect.Layouts;
import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Suppression;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ImageDecoder;
import io.github.edgewatt.yolo.model.ModelSettings;
import io.github.edgewatt.yolo.model.OnnxDetector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of one image of 768 x 576 pixels into 416 x 416, and all of it with generated models.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class YoloBenchmark {
  private static final int SIDE = 416;
  private static final int CLASSES = 80;

  private final Layout layout =
      Layouts.of(new long[] {1, 3549, 5 + CLASSES}, SIDE, SIDE, OptionalInt.empty()).orElseThrow();
  private final Letterbox letterbox = Letterbox.of(layout.fit(), 768, 576, SIDE, SIDE);
  private final List<String> names = Collections.nCopies(CLASSES, "thing");
  private final float[][] planes = new float[3][SIDE * SIDE];
  private final ImageDecoder decoder = new ImageDecoder(768 * 576);
  private byte[] jpeg;
  private Picture picture;
  private FloatBuffer output;

  /** One model of each cost. */
  @State(Scope.Thread)
  public static class Synthetic {
    /** In 10^9 floating-point operations. */
    @Param({"0.01", "0.1", "1", "5"})
    public String gigaFlops;

    private OnnxDetector detector;

    /** Opens the model. */
    @Setup
    public void open() {
      detector = OnnxDetector.open(ModelSettings.of("synthetic:" + gigaFlops));
    }

    /** Closes it. */
    @TearDown
    public void close() {
      detector.close();
    }
  }

  /** Draws a picture, and a model's output in which one cell in 50 has found something. */
  @Setup
  public void draw() throws Exception {
    Random random = new Random(1);
    BufferedImage image = new BufferedImage(768, 576, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 576; y++) {
      for (int x = 0; x < 768; x++) {
        int shade = (int) (127 + 90 * Math.sin(x * .02) * Math.cos(y * .03)) + random.nextInt(30);
        image.setRGB(x, y, shade << 16 | (shade / 2) << 8 | (255 - shade));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    jpeg = out.toByteArray();
    picture = decode();
    output = FloatBuffer.allocate(3549 * (5 + CLASSES));
    for (int cell = 0; cell < 3549; cell++) {
      output.put(cell * 85 + 4, random.nextInt(50) == 0 ? .9f : .01f);
      output.put(cell * 85 + 5 + random.nextInt(CLASSES), .8f);
    }
  }

  /** The picture of its bytes. */
  @Benchmark
  public Picture decode() throws Exception {
    return decoder.decode(jpeg, (width, height) -> letterbox);
  }

  /** The model's input of the picture. */
  @Benchmark
  public float[][] fill() {
    Filling.fill(
        picture,
        letterbox,
        layout,
        (plane, y, values) -> System.arraycopy(values, 0, planes[plane], y * SIDE, SIDE));
    return planes;
  }

  /** Detections of the model's output. */
  @Benchmark
  public List<Detection> post() {
    Candidates candidates = new Candidates(layout.score());
    layout.head().read(output, candidates);
    return Suppression.detections(candidates, Layout.OVERLAP, letterbox, names);
  }

  /** All of it with a generated model. */
  @Benchmark
  public Detected total(Synthetic synthetic) throws Exception {
    return synthetic.detector.detect(jpeg);
  }
}
