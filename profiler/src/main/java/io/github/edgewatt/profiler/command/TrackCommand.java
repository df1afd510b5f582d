package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.Shell;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.track.TrackFailure;
import io.github.edgewatt.profiler.kafka.track.Tracking;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.view.LineView;
import io.github.edgewatt.profiler.kafka.track.view.TableView;
import io.github.edgewatt.profiler.kafka.track.view.TrackView;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code track}: results back from Kafka, into tables. */
@Command(
    name = "track",
    description = {
      "Writes results from Kafka to tables, counts them against what was sent, and shows how long"
          + " they took.",
      "Ends when all came, after --timeout without a message, or by Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class TrackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private TrackArguments arguments;

  @Override
  public Integer call() throws Exception {
    KafkaTarget target = kafka.target(KafkaTarget.INPUT, arguments.topic());
    var options = arguments.options();
    Folders.checkWritable("--output_path", options.output());
    PrintWriter out = spec.commandLine().getOut();
    AtomicBoolean stop = new AtomicBoolean();
    SignalEnd end = SignalEnd.asking(stop);
    int status = Shell.FAILED;
    try {
      Tracking.Outcome outcome =
          Tracking.run(
              target,
              options,
              arguments.isEarliest(),
              arguments.host(),
              arguments.port(),
              view(out),
              stop);
      tell(out, outcome);
      status = outcome.complete() ? 0 : Shell.FAILED;
    } catch (TrackFailure e) {
      spec.commandLine().getErr().println("edgewatt: " + e.getMessage());
    } finally {
      out.flush();
      end.finished(status);
    }
    return status;
  }

  private static TrackView view(PrintWriter out) {
    Colours colours = new Colours(Home.isColoured());
    return Home.isTerminal()
        ? new TableView(out, System::nanoTime, colours::warn)
        : new LineView(out);
  }

  private static void tell(PrintWriter out, Tracking.Outcome outcome) {
    Ledger ledger = outcome.ledger();
    StringBuilder text = new StringBuilder("tracked " + ledger.received() + " results");
    if (ledger.duplicates() > 0) {
      text.append(", ").append(ledger.duplicates()).append(" of them twice");
    }
    ledger.missing().ifPresent(count -> text.append(", ").append(count).append(" missing"));
    if (ledger.unknown() > 0 && ledger.expected().isPresent()) {
      text.append(", ").append(ledger.unknown()).append(" unknown");
    }
    outcome.folder().ifPresent(folder -> text.append("  ").append(folder));
    out.println(text);
  }
}
