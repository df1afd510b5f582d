package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.stage.Addresses;
import io.github.edgewatt.profiler.experiment.stage.Child;
import io.github.edgewatt.profiler.experiment.stage.LogTail;
import io.github.edgewatt.profiler.experiment.stage.Place;
import io.github.edgewatt.profiler.experiment.stage.Stage;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Kafka and Prometheus of a script: {@code up STATE} tells their addresses as {@code NAME=VALUE}
 * lines, {@code reset STATE} empties Kafka, {@code down STATE} ends both.
 */
public final class Stack {
  private static final Duration UP = Duration.ofMinutes(5);
  private static final Duration DOWN = Duration.ofMinutes(1);

  private final Path script;
  private final Path state;
  private final Journal journal;
  private Addresses addresses;

  /**
   * @param state the servers' folder
   */
  public Stack(Path script, Path state, Journal journal) {
    this.script = script;
    this.state = state;
    this.journal = journal;
  }

  /** Starts the servers, or empties those that run. */
  public Addresses reset(StageRunner runner, Place place, int partitions)
      throws DatasetException, StageException, InterruptedException {
    boolean used = Files.isDirectory(state);
    if (addresses == null) {
      journal.stack(state.toString());
      List<String> up =
          List.of(script.toString(), "up", state.toString(), "--partitions", "" + partitions);
      runner.run(place, Stage.RESET, up, UP);
    }
    if (used) {
      // Images of an earlier measurement that nobody took must not reach this one's consumers.
      runner.run(place, Stage.RESET, List.of(script.toString(), "reset", state.toString()), UP);
    }
    Map<String, String> told = told(place.log(Stage.RESET.text()));
    if (told.containsKey("kafka") && told.containsKey("prometheus")) {
      addresses =
          new Addresses(
              told.get("kafka"),
              List.of(told.get("prometheus")),
              Optional.ofNullable(told.get("targets")).map(Path::of));
    }
    if (addresses == null) {
      throw new StageException(
          script + " told no kafka= and prometheus= lines: see " + place.log(Stage.RESET.text()));
    }
    return addresses;
  }

  /** Ends the servers. Never fails: what is wrong is told, for there may be an error already. */
  public Optional<String> down(Path log) throws DatasetException {
    String fault;
    try {
      List<String> command = List.of(script.toString(), "down", state.toString());
      Child child = Child.start("stack-down", command, Map.of(), log);
      boolean ended = child.await(DOWN, new Stop());
      if (ended && child.exit() == 0) {
        journal.stack("");
        return Optional.empty();
      }
      child.end();
      fault = ended ? "ended with " + child.exit() : "does not end";
    } catch (StageException | InterruptedException e) {
      fault = e.getMessage();
    }
    return Optional.of(
        "the stack is not down (%s; %s): %s down %s".formatted(fault, log, script, state));
  }

  private static Map<String, String> told(Path log) {
    Map<String, String> told = new TreeMap<>();
    LogTail.text(log)
        .lines()
        .filter(line -> line.matches("(kafka|prometheus|targets)=\\S.*"))
        .forEach(line -> told.put(line.split("=", 2)[0], line.split("=", 2)[1].strip()));
    return told;
  }
}
