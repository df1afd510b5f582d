package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.spec.Consumers;
import io.github.edgewatt.profiler.experiment.spec.Topics;
import io.github.edgewatt.profiler.experiment.stage.Child;
import io.github.edgewatt.profiler.experiment.stage.LogTail;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.StageRunner.Running;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Consumers as processes of this machine, each on a free port of the loopback address. */
public final class LocalFleet implements Fleet {
  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int BIND_ATTEMPTS = 3;

  private final StageRunner runner;
  private final Place place;
  private final Consumers consumers;
  private final Map<String, String> settings;
  private final FreePorts ports;
  private final Readiness readiness = new Readiness();
  private final Map<String, One> alive = new LinkedHashMap<>();
  private final Set<String> lost = new HashSet<>();

  private record One(Running running, int port) {
    Child child() {
      return running.child();
    }
  }

  public LocalFleet(
      StageRunner runner,
      Place place,
      Consumers consumers,
      Topics topics,
      String kafka,
      Optional<Path> clientConfig,
      FreePorts ports) {
    this.runner = runner;
    this.place = place;
    this.consumers = consumers;
    this.settings = ConsumerSettings.of(consumers, topics, kafka, clientConfig);
    this.ports = ports;
  }

  @Override
  public void up() throws DatasetException, StageException, InterruptedException {
    for (int number = 1; number <= consumers.count(); number++) {
      start("consumer-" + number);
    }
    long deadline = System.nanoTime() + READY.toNanos();
    for (String name : List.copyOf(alive.keySet())) {
      awaitReady(name, deadline);
    }
  }

  private void start(String name) throws DatasetException, StageException {
    int port;
    try {
      port = ports.take();
    } catch (PlatformException e) {
      throw new StageException(e.getMessage());
    }
    List<String> command = new ArrayList<>(runner.programs().consumer());
    command.addAll(List.of("serve", "--host", FreePorts.HOST, "--port", "" + port));
    Map<String, String> environment = new LinkedHashMap<>(settings);
    environment.putIfAbsent("YOLO_SOURCE", name);
    alive.put(name, new One(runner.start(place, name, command, environment), port));
  }

  private void awaitReady(String name, long deadline)
      throws DatasetException, StageException, InterruptedException {
    int starts = 1;
    while (!readiness.ready(alive.get(name).port())) {
      One one = alive.get(name);
      if (!one.child().isAlive()) {
        StageException fault = runner.failed(one.running(), "ended with " + one.child().exit());
        alive.remove(name);
        // Somebody was faster at the port; another one is likely to be free.
        if (starts++ == BIND_ATTEMPTS || !LogTail.text(one.child().log()).contains("in use")) {
          throw fault;
        }
        start(name);
      }
      if (System.nanoTime() - deadline > 0) {
        throw alive.get(name).child().fault("is not ready after " + READY.toSeconds() + " s");
      }
      runner.stop().sleep(LOOK);
    }
  }

  @Override
  public List<String> metrics() {
    return alive.values().stream().map(one -> FreePorts.HOST + ":" + one.port()).toList();
  }

  @Override
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    alive.forEach((name, one) -> pids.put(name, one.child().pid()));
    return pids;
  }

  @Override
  public String unseen() {
    return "";
  }

  @Override
  public List<String> losses() {
    List<String> lines = new ArrayList<>();
    alive.forEach(
        (name, one) -> {
          if (!one.child().isAlive() && lost.add(name)) {
            lines.add(name + " ended with " + one.child().exit() + " in the middle");
          }
        });
    return lines;
  }

  @Override
  public boolean isGone() {
    return alive.values().stream().noneMatch(one -> one.child().isAlive());
  }

  @Override
  public List<String> down() throws DatasetException {
    Child.end(alive.values().stream().map(One::child).toList());
    for (Map.Entry<String, One> entry : alive.entrySet()) {
      boolean wasLost = lost.contains(entry.getKey());
      runner.ended(
          entry.getValue().running(),
          wasLost ? State.FAILED : State.DONE,
          wasLost ? "ended by itself" : "");
    }
    alive.clear();
    return List.of();
  }
}
