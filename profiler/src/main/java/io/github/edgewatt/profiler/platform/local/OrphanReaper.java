package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.ProcessRegistry.Entry;
import io.github.edgewatt.profiler.proc.Proc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends what a killed run left running, and only that: a process counts as ours when it stands in
 * the registry, its start time is the one written down (a reused pid has another), and the run's
 * and the function's names are in the environment it was started with.
 */
public final class OrphanReaper {
  private final Proc proc;
  private final Path stateFolder;
  private final Duration grace;

  /**
   * @param proc where processes are looked at
   * @param stateFolder the folder the killed run wrote to
   * @param grace longest time from SIGTERM to SIGKILL
   */
  public OrphanReaper(Proc proc, Path stateFolder, Duration grace) {
    this.proc = proc;
    this.stateFolder = stateFolder;
    this.grace = grace;
  }

  /**
   * Ends the left-overs and empties the registry. To be called by the owner of the {@link RunLock}.
   *
   * @return a line for each process ended: {@code "figlet (pid 12) of run x"}
   */
  public List<String> reap() throws PlatformException {
    List<Entry> entries = ProcessRegistry.read(stateFolder);
    if (entries.isEmpty()) {
      return List.of();
    }
    List<ProcessHandle> left = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      List<Long> candidates = entry.pid() == 0 ? proc.pids() : List.of(entry.pid());
      for (long pid : candidates) {
        // The handle remembers the start time it saw: a pid reused after the proof is not ended.
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isPresent() && isOurs(pid, entry)) {
          left.add(handle.get());
          lines.add("%s (pid %d) of run %s".formatted(entry.function(), pid, entry.runId()));
        }
      }
    }
    Termination.end(left, grace);
    StateFolder.replace(ProcessRegistry.file(stateFolder), List.of());
    return lines;
  }

  private boolean isOurs(long pid, Entry entry) {
    return proc.stat(pid)
            .filter(stat -> stat.state() != 'Z')
            .filter(stat -> entry.pid() == 0 || stat.startTicks() == entry.startTicks())
            .isPresent()
        && proc.hasEnvironment(pid, LocalRuntime.RUN_VARIABLE, entry.runId())
        && proc.hasEnvironment(pid, LocalRuntime.FUNCTION_VARIABLE, entry.function());
  }
}
