package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.Proc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One process a function on this machine, on a loopback port. */
public final class LocalPlatform implements FunctionPlatform {
  private final RunLock lock;
  private final List<String> reaped;
  private final ChildProcesses processes;
  private final ReadinessProbe probe = new ReadinessProbe();
  private final FunctionStarter starter;
  private final Map<String, ChildProcess> deployed = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::endAll, "local-platform-shutdown");

  private LocalPlatform(
      LocalRuntime runtime, RunLock lock, List<String> reaped, ChildProcesses processes) {
    this.lock = lock;
    this.reaped = reaped;
    this.processes = processes;
    this.starter = new FunctionStarter(runtime, processes, probe);
  }

  /**
   * Takes the machine for this run and ends what a killed run left on it.
   *
   * @param runtime how processes are started
   * @param stateFolder {@link io.github.edgewatt.dataset.run.UserFolder#cache}, or a test's
   * @param logFolder where each function's output goes, {@code <name>.log}, at most 1 MiB each
   * @param runId the run, letters, digits and {@code ._:+-}
   * @throws PlatformException when another run holds the machine
   */
  public static LocalPlatform open(
      LocalRuntime runtime, Path stateFolder, Path logFolder, String runId)
      throws PlatformException {
    return open(runtime, stateFolder, logFolder, runId, FreePorts.ofThisMachine());
  }

  static LocalPlatform open(
      LocalRuntime runtime, Path stateFolder, Path logFolder, String runId, FreePorts ports)
      throws PlatformException {
    Proc proc = Proc.ofThisMachine();
    RunLock lock = RunLock.acquire(stateFolder, runId);
    try {
      List<String> reaped = new OrphanReaper(proc, stateFolder, runtime.stopGrace()).reap();
      ProcessRegistry registry = new ProcessRegistry(stateFolder, runId);
      LocalPlatform platform =
          new LocalPlatform(
              runtime,
              lock,
              reaped,
              new ChildProcesses(runtime, registry, logFolder, runId, ports, proc));
      Runtime.getRuntime().addShutdownHook(platform.hook);
      return platform;
    } catch (PlatformException e) {
      lock.close();
      throw e;
    }
  }

  /** The lock and the left-overs of a killed run that {@link #open} ended; empty almost always. */
  @Override
  public List<String> cleaned() {
    List<String> lines = new ArrayList<>();
    lock.staleOwner().ifPresent(owner -> lines.add("the lock of a run that died (" + owner + ")"));
    lines.addAll(reaped);
    return lines;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public boolean autoscales() {
    return false;
  }

  @Override
  public List<FunctionInstance> deploy(List<FunctionSpec> functions)
      throws PlatformException, InterruptedException {
    Map<String, FunctionSpec> asked = new LinkedHashMap<>();
    for (FunctionSpec spec : functions) {
      if (!WorkloadCatalog.NAME.matcher(spec.name()).matches()) {
        throw new PlatformException("not a function's name: '" + spec.name() + "'");
      }
      if (asked.put(spec.name(), spec) != null) {
        throw new PlatformException("function " + spec.name() + " is asked for twice");
      }
    }
    stopAllBut(asked);
    List<FunctionSpec> missing =
        functions.stream().filter(spec -> !deployed.containsKey(spec.name())).toList();
    for (ChildProcess child : new ParallelStart(starter, processes).start(missing)) {
      deployed.put(child.function(), child);
    }
    List<FunctionInstance> instances = new ArrayList<>();
    for (FunctionSpec spec : functions) {
      ChildProcess child = deployed.get(spec.name());
      instances.add(new FunctionInstance(spec, child.address(), List.of(child.pid())));
    }
    return instances;
  }

  private void stopAllBut(Map<String, FunctionSpec> asked) throws PlatformException {
    List<ChildProcess> unwanted = new ArrayList<>();
    for (ChildProcess child : deployed.values()) {
      FunctionSpec spec = asked.get(child.function());
      if (spec == null || !starter.stillAnswers(child, spec)) {
        unwanted.add(child);
      }
    }
    deployed.values().removeAll(unwanted);
    processes.stop(unwanted);
  }

  @Override
  public List<String> failures() {
    return deployed.values().stream()
        .filter(child -> !child.isAlive())
        .map(child -> child.function() + " exited with " + child.exitCode())
        .toList();
  }

  @Override
  public void close() {
    endAll();
    deployed.clear();
    probe.close();
    lock.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook runs, and finds nothing to do.
    }
  }

  private void endAll() {
    processes.close();
  }
}
