package io.github.edgewatt.profiler.extract;

import io.github.edgewatt.dataset.run.LatestLink;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folder of an extraction: {@code <unix seconds>/<metric>/<t1>-<t2>.json}. */
public final class Snapshot {
  private static final String PART = ".part";

  private final Path folder;
  private final Plan plan;
  private final String tool;

  private Snapshot(Path folder, Plan plan, String tool) {
    this.folder = folder;
    this.plan = plan;
    this.tool = tool;
  }

  /** A new one below {@code root}, named by the present second or the next that is free. */
  public static Snapshot create(Path root, long nowSecond, Plan plan, String tool)
      throws IOException {
    Files.createDirectories(root);
    for (long second = nowSecond; ; second++) {
      try {
        Path folder = Files.createDirectory(root.resolve(String.valueOf(second)));
        new Manifest(Manifest.VERSION, tool, plan, null).write(folder);
        LatestLink.point(root, String.valueOf(second));
        return new Snapshot(folder, plan, tool);
      } catch (FileAlreadyExistsException e) {
        // Another extraction of this second; its folder stays its own.
      }
    }
  }

  /**
   * One that is there already.
   *
   * @throws IllegalArgumentException with one line where it is none
   */
  public static Snapshot open(Path folder) throws IOException {
    Path real = LatestLink.follow(folder);
    Manifest manifest = Manifest.read(real);
    return new Snapshot(real.toRealPath(), manifest.plan(), manifest.tool());
  }

  /** The same folder with another plan, which is written down. */
  public Snapshot with(Plan other) throws IOException {
    new Manifest(Manifest.VERSION, tool, other, null).write(folder);
    return new Snapshot(folder, other, tool);
  }

  public Path folder() {
    return folder;
  }

  public Plan plan() {
    return plan;
  }

  /** Where a metric's answers are; the folder is made. */
  public Path folder(Metric metric) throws IOException {
    return Files.createDirectories(folder.resolve(metric.folder()));
  }

  /** The segments whose answers are there, by their start; what was cut off is removed. */
  public List<Segment> held(Metric metric) throws IOException {
    Path of = folder.resolve(metric.folder());
    List<Segment> held = new ArrayList<>();
    if (!Files.isDirectory(of)) {
      return held;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(of)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(PART)) {
          Files.deleteIfExists(file);
        } else {
          Segment.ofFile(name, plan.span().step()).ifPresent(held::add);
        }
      }
    }
    held.sort(Comparator.comparingLong(Segment::start));
    return held;
  }

  /** Where an answer is written before it is whole. */
  public static Path part(Path metricFolder, Segment segment) {
    return metricFolder.resolve("." + segment.fileName() + PART);
  }

  /** Lets a whole answer appear. */
  public static void keep(Path metricFolder, Segment segment) throws IOException {
    Files.move(
        part(metricFolder, segment),
        metricFolder.resolve(segment.fileName()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a metric's answers. */
  public void drop(Metric metric) throws IOException {
    Path of = folder.resolve(metric.folder());
    for (Segment segment : held(metric)) {
      Files.deleteIfExists(of.resolve(segment.fileName()));
    }
    Files.deleteIfExists(of);
  }

  /** Writes down what came of it. */
  public void record(Outcome outcome) throws IOException {
    new Manifest(Manifest.VERSION, tool, plan, outcome).write(folder);
  }
}
