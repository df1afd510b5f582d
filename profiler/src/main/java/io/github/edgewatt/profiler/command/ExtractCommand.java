package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.Shell;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.extract.Outcome;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.extract.fetch.Consumer;
import io.github.edgewatt.profiler.extract.fetch.Extraction;
import io.github.edgewatt.profiler.extract.parquet.ParquetConsumer;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.proc.ShutdownWait;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** {@code extract}: what Prometheus servers hold of a span of time, as files. */
@Command(
    name = "extract",
    description = "Writes what Prometheus holds of a span of time as JSON files or Parquet.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private ExtractOptions options;
  @Mixin private PrometheusOptions prometheus;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<PrometheusClient> clients = List.of();
    try {
      options.check(spec.commandLine().getParseResult());
      ExtractPlan planned = new ExtractPlan(options, prometheus, out, err);
      clients = planned.clients();
      Snapshot snapshot = planned.snapshot();
      if (planned.isComplete()) {
        out.println("snapshot  " + snapshot.folder() + " is complete: nothing to fetch");
        return 0;
      }
      return extract(snapshot, clients, out, err);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    } catch (PrometheusException | IOException e) {
      err.println(
          "edgewatt: " + (e instanceof IOException io ? Folders.trouble(io) : e.getMessage()));
      return Shell.FAILED;
    } finally {
      clients.forEach(PrometheusClient::close);
    }
  }

  private int extract(
      Snapshot snapshot, List<PrometheusClient> clients, PrintWriter out, PrintWriter err)
      throws IOException, InterruptedException {
    ExtractScreen screen = new ExtractScreen(out, err, Home.isTerminal(), System::nanoTime);
    if (!snapshot.plan().format().parquet()) {
      return fetch(snapshot, clients, Consumer.NONE, screen) ? 0 : Shell.FAILED;
    }
    try (ParquetConsumer parquet = ParquetConsumer.open(snapshot, options.memoryMebibytes)) {
      if (fetch(snapshot, clients, parquet, screen)) {
        Path dataset = parquet.finish();
        parquet.discard();
        out.println(
            "parquet   " + dataset + "  " + ExtractScreen.time(screen.seconds()) + " in all");
        return 0;
      }
    }
    return Shell.FAILED;
  }

  /** Whether everything is there now. */
  private boolean fetch(
      Snapshot snapshot, List<PrometheusClient> clients, Consumer consumer, ExtractScreen screen)
      throws IOException, InterruptedException {
    Extraction extraction = new Extraction(snapshot, clients, options.threads, consumer, screen);
    ShutdownWait wait = ShutdownWait.stopping(extraction::stop);
    try {
      Outcome outcome = extraction.run();
      snapshot.record(outcome);
      screen.clear();
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "answers   %,d of %,d metrics, %s in %s%s%n",
          outcome.answers(),
          outcome.metrics(),
          ExtractScreen.size(outcome.bytes()),
          ExtractScreen.time(screen.seconds()),
          outcome.failed().isEmpty() ? "" : ", " + outcome.failed().size() + " parts missing");
      out.println("snapshot  " + snapshot.folder());
      if (!outcome.complete()) {
        spec.commandLine()
            .getErr()
            .println(
                "edgewatt: not complete: go on with bin/profiler extract --resume "
                    + snapshot.folder());
      }
      out.flush();
      return outcome.complete();
    } finally {
      wait.close();
    }
  }
}
