package io.github.edgewatt.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.command.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command line as a process of its own, with none of the caller's environment. */
final class FaultRun implements AutoCloseable {
  private static final long MOST_SECONDS = 150;

  private final Process process;
  private final Path folder;
  private final Path output;

  /** Valid rows that were finished before the fault. */
  private List<MeasurementRow> before = List.of();

  private FaultRun(Process process, Path folder, Path output) {
    this.process = process;
    this.folder = folder;
    this.output = output;
  }

  static FaultRun start(FaultWorld world, String words, String... more) throws IOException {
    Path output = world.folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-Djava.awt.headless=true", "-Duser.home=" + world.folder));
    command.add("-Dedgewatt.home=" + TestRuns.home());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("--gateway", world.gateway.uri().toString()));
    command.addAll(List.of("--password-file", world.password.toString()));
    command.addAll(List.of("--stack", world.stack.toString()));
    command.addAll(List.of("--prometheus", world.prometheus.uri().toString()));
    command.addAll(List.of("--output", output.toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OPENFAAS_") || name.startsWith("PROMETHEUS_"));
    builder.environment().put("XDG_CACHE_HOME", world.folder.resolve("state").toString());
    builder.redirectOutput(world.folder.resolve("out").toFile());
    builder.redirectError(world.folder.resolve("err").toFile());
    return new FaultRun(builder.start(), world.folder, output);
  }

  List<String> out() {
    return lines("out");
  }

  List<String> err() {
    return lines("err");
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until there is a valid row; what is stored then has to be there in the end. */
  FaultRun afterAValidRow() throws InterruptedException {
    await("valid row", () -> rows().stream().anyMatch(row -> row.verdict().isValid()));
    before = rows().stream().filter(row -> row.verdict().isValid()).toList();
    return this;
  }

  /** Waits until the fault is there, and then for the row it is to be seen in. */
  void throughTheFault(FaultWorld world) throws InterruptedException {
    await("load on figlet", () -> world.faulty.getCount() == 0);
    List<MeasurementRow> known = rows();
    before = known.stream().filter(row -> row.verdict().isValid()).toList();
    await("further row", () -> rows().size() > known.size());
  }

  private interface Condition {
    boolean holds();
  }

  private void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!condition.holds()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + "; it said " + out() + " and " + err());
      }
    }
  }

  /** The rows so far. */
  List<MeasurementRow> rows() {
    return entries().stream()
        .filter(JournalEntry.Measured.class::isInstance)
        .map(entry -> ((JournalEntry.Measured) entry).row())
        .toList();
  }

  List<JournalEntry> entries() {
    Path latest = output.resolve("latest");
    try {
      return Files.exists(latest.resolve("journal.jsonl"))
          ? RunDirectory.read(latest.toRealPath())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DatasetException e) {
      throw new AssertionError("the journal does not read", e);
    }
  }

  /** Waits for the end. */
  FaultEnd end() throws InterruptedException {
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    assertThat(ended).as("it ends; it said %s and %s", out(), err()).isTrue();
    return new FaultEnd(process.exitValue(), out(), err(), output, before);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(25, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
