package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.edgewatt.yolo.detect.Candidates;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.detect.Filling;
import io.github.edgewatt.yolo.detect.Layout;
import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Suppression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/** Finds objects with a model in ONNX Runtime, on the processor. */
public final class OnnxDetector implements ObjectDetector {
  private static final double MILLI = 1e6;

  private final String name;
  private final Model model;
  private final List<String> classes;
  private final double score;
  private final double overlap;
  private final ImageDecoder decoder;
  private final LongSupplier nanos;

  /** As many as there ever were threads at once. */
  private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

  /** Held for writing by closing: a session that goes while it runs takes the process with it. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxDetector(
      String name, Model model, List<String> classes, ModelSettings settings, LongSupplier nanos) {
    this.name = name;
    this.model = model;
    this.classes = classes;
    this.nanos = nanos;
    score = settings.score().orElse(model.layout().score());
    overlap = settings.overlap().orElse(Layout.OVERLAP);
    decoder = new ImageDecoder(settings.maxPixels());
  }

  /**
   * Opens a model.
   *
   * @throws IllegalArgumentException where there is no such model, it is of no known kind, or the
   *     class names do not fit it; the message is one line for people
   */
  public static OnnxDetector open(ModelSettings settings) {
    return open(settings, System::nanoTime);
  }

  static OnnxDetector open(ModelSettings settings, LongSupplier nanos) {
    Optional<List<String>> named = settings.classes().map(ClassNames::read);
    OptionalInt count = named.map(List::size).map(OptionalInt::of).orElse(OptionalInt.empty());
    ModelSource source = ModelSource.open(settings);
    try {
      Model model = Model.of(source.session(), settings.model(), settings.resolution(), count);
      List<String> classes = ClassNames.matching(named, source.names(), model.layout().classes());
      return new OnnxDetector(source.name(), model, classes, settings, nanos);
    } catch (OrtException | RuntimeException e) {
      close(source.session());
      if (e instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw new IllegalArgumentException(settings.model() + " does not run: " + e.getMessage(), e);
    }
  }

  @Override
  public Detected detect(byte[] image) throws BadImageException {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model " + name + " is closed");
      }
      Workspace workspace = idle.poll();
      if (workspace == null) {
        workspace = Workspace.of(model.input(), model.output());
      }
      try {
        return detect(image, workspace);
      } finally {
        idle.add(workspace);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + name + " failed: " + e.getMessage(), e);
    } finally {
      open.readLock().unlock();
    }
  }

  private Detected detect(byte[] image, Workspace workspace)
      throws BadImageException, OrtException {
    long began = nanos.getAsLong();
    Picture picture = decoder.decode(image, model::letterbox);
    Letterbox letterbox = model.letterbox(picture.width(), picture.height());
    Filling.fill(picture, letterbox, model.layout(), workspace.input());
    long filled = nanos.getAsLong();
    model
        .session()
        .run(
            Map.of(model.input().name(), workspace.input().tensor()),
            Map.of(model.output().name(), workspace.output().tensor()))
        .close();
    long inferred = nanos.getAsLong();
    Candidates candidates = new Candidates(score);
    model.layout().head().read(workspace.output().numbers(), candidates);
    List<Detection> detections = Suppression.detections(candidates, overlap, letterbox, classes);
    long done = nanos.getAsLong();
    return new Detected(
        detections,
        picture.width(),
        picture.height(),
        (filled - began) / MILLI,
        (inferred - filled) / MILLI,
        (done - inferred) / MILLI);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] dimensions() {
    return Arrays.stream(model.input().dimensions()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      idle.forEach(Workspace::close);
      idle.clear();
      close(model.session());
    } finally {
      open.writeLock().unlock();
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model could not be closed: " + e.getMessage(), e);
    }
  }
}
