package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.deploy.Stack;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StartedProcess;
import io.github.edgewatt.profiler.experiment.stage.StageScreen;
import io.github.edgewatt.profiler.platform.local.Termination;
import io.github.edgewatt.profiler.proc.Proc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends what a killed experiment left running, and only that: a process counts as its own when it
 * stands in the journal and has started when that says.
 */
final class LeftOvers {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private LeftOvers() {}

  static void end(
      Path folder, Optional<Path> script, Journal journal, Proc proc, StageScreen screen)
      throws DatasetException {
    for (StartedProcess process : journal.processes()) {
      if (proc.stat(process.pid())
          .filter(stat -> stat.startTicks() == process.startTicks())
          .isPresent()) {
        ProcessHandle.of(process.pid())
            .ifPresent(handle -> Termination.end(List.of(handle), GRACE));
        screen.line("cleaned", process.name() + " of the earlier session, pid " + process.pid());
      }
      journal.remove(List.of(process.pid()));
    }
    if (!journal.stack().isEmpty() && script.isPresent()) {
      Stack stack = new Stack(script.get(), Path.of(journal.stack()), journal);
      stack
          .down(folder.resolve("logs/stack-down.log"))
          .ifPresentOrElse(
              fault -> screen.line("warning", fault),
              () -> screen.line("cleaned", "the stack of the earlier session"));
    }
  }
}
