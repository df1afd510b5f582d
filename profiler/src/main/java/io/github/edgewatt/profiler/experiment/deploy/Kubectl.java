package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.spec.Consumers.Cluster;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.StageRunner.Running;
import io.github.edgewatt.profiler.experiment.stage.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls Kubernetes' command, each call with a deadline, a log and its line in the journal. */
public final class Kubectl {
  private static final Duration CALL = Duration.ofSeconds(60);

  private final StageRunner runner;
  private final Place place;
  private final Cluster cluster;
  private final Stop stop;
  private int calls;

  public Kubectl(StageRunner runner, Place place, Cluster cluster) {
    this(runner, place, cluster, runner.stop(), 0);
  }

  private Kubectl(StageRunner runner, Place place, Cluster cluster, Stop stop, int calls) {
    this.runner = runner;
    this.place = place;
    this.cluster = cluster;
    this.stop = stop;
    this.calls = calls;
  }

  /** One that goes on when the experiment is asked to stop: it puts things back. */
  Kubectl unstoppable() {
    return new Kubectl(runner, place, cluster, new Stop(), calls);
  }

  /** What a call printed. */
  String call(String... words) throws DatasetException, StageException, InterruptedException {
    return call(CALL, words);
  }

  String call(List<String> words) throws DatasetException, StageException, InterruptedException {
    return call(CALL, words.toArray(new String[0]));
  }

  String call(Duration most, String... words)
      throws DatasetException, StageException, InterruptedException {
    String name = "kubectl-" + ++calls + "-" + words[0];
    // An earlier session may have written to the same log.
    long before = place.log(name).toFile().length();
    Running running = runner.start(place, name, command(List.of(words)), Map.of());
    try {
      if (!running.child().await(most, stop)) {
        running.child().end();
        throw runner.failed(running, "has not ended after " + most.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      running.child().end();
      runner.ended(running, State.STOPPED, "");
      throw e;
    }
    if (running.child().exit() != 0) {
      throw runner.failed(running, "ended with " + running.child().exit());
    }
    runner.ended(running, State.DONE, "");
    try (InputStream log = Files.newInputStream(running.child().log())) {
      log.skipNBytes(before);
      return new String(log.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StageException("cannot read " + running.child().log() + ": " + e.getMessage());
    }
  }

  private List<String> command(List<String> words) {
    List<String> command = new ArrayList<>(runner.programs().kubectl());
    cluster.context().ifPresent(context -> command.addAll(List.of("--context", context)));
    command.addAll(List.of("-n", cluster.namespace()));
    command.addAll(words);
    return command;
  }
}
