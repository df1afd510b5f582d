package io.github.edgewatt.weights.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.weights.decision.DecisionJson;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.wiring.Plan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "once",
    mixinStandardHelpOptions = true,
    description = "Prints the weights of a snapshot as JSON; nothing is written anywhere.")
final class OnceCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

  @Parameters(
      paramLabel = "SNAPSHOT",
      description = "a snapshot's file, *.json or *.json.gz: GET /state/snapshot, or of a record")
  private Path snapshot;

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      description =
          "what the policy remembers of rounds before: the weights' file of the same record")
  private Optional<Path> memory = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Plan plan = Plan.of(new Environment(System.getenv()));
    Snapshot read = SnapshotJson.read(snapshot);
    WeightMemory before = memory.map(OnceCommand::memory).orElse(WeightMemory.NONE);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println(PRETTY.writeValueAsString(DecisionJson.of(plan.decider().decide(read, before))));
    return 0;
  }

  private static WeightMemory memory(Path file) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return DecisionJson.memory(JSON.readTree(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " tells no memory: " + e.getMessage(), e);
    }
  }
}
