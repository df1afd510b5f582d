package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.Proc;
import io.github.edgewatt.profiler.proc.ProcStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every process of a run, from before its start to after its end. Start and end exclude each other,
 * so that a shutdown in the middle of a deployment ends what was started a moment ago and lets
 * nothing start any more.
 */
final class ChildProcesses {
  private final LocalRuntime runtime;
  private final ProcessRegistry registry;
  private final Path logFolder;
  private final String runId;
  private final FreePorts ports;
  private final Proc proc;
  private final List<ChildProcess> alive = new ArrayList<>();
  private boolean closed;

  ChildProcesses(
      LocalRuntime runtime,
      ProcessRegistry registry,
      Path logFolder,
      String runId,
      FreePorts ports,
      Proc proc) {
    this.runtime = runtime;
    this.registry = registry;
    this.logFolder = logFolder;
    this.runId = runId;
    this.ports = ports;
    this.proc = proc;
  }

  synchronized ChildProcess start(String function) throws PlatformException {
    if (closed) {
      throw new PlatformException("the local platform is closed");
    }
    int port = ports.take();
    registry.starting(function);
    ChildProcess child;
    try {
      Files.createDirectories(logFolder);
      child = ChildProcess.start(runtime, function, port, runId, logFolder);
    } catch (IOException e) {
      registry.ended(function);
      throw new PlatformException("cannot start %s: %s".formatted(function, StateFolder.why(e)), e);
    }
    alive.add(child);
    long startTicks = proc.stat(child.pid()).map(ProcStat::startTicks).orElse(0L);
    try {
      registry.started(function, child.pid(), startTicks);
    } catch (PlatformException e) {
      // A process that cannot be written down could be left behind unknown.
      stop(child);
      throw e;
    }
    return child;
  }

  /** Ends the process and strikes it off the registry; nothing for one that was ended before. */
  void stop(ChildProcess child) throws PlatformException {
    stop(List.of(child));
  }

  /** Ends them together; one grace for all. */
  void stop(List<ChildProcess> children) throws PlatformException {
    List<ChildProcess> known = new ArrayList<>(children);
    synchronized (this) {
      known.retainAll(alive);
    }
    Termination.end(known.stream().map(ChildProcess::handle).toList(), runtime.stopGrace());
    synchronized (this) {
      alive.removeAll(known);
      for (ChildProcess child : known) {
        registry.ended(child.function());
      }
    }
  }

  /** Ends all and lets none start again. */
  void close() {
    List<ChildProcess> rest;
    synchronized (this) {
      closed = true;
      rest = List.copyOf(alive);
    }
    try {
      stop(rest);
    } catch (PlatformException e) {
      // The registry could not be written: the next run finds these pids dead and drops them.
    }
  }
}
