package io.github.edgewatt.scaling.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.scaling.funqy.Decider;
import io.github.edgewatt.scaling.json.MemoryJson;
import io.github.edgewatt.scaling.json.Question;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import io.github.edgewatt.scaling.wiring.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    description = "Prints the decisions for a snapshot as JSON. Nothing is done.")
final class OnceCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 1 << 30;

  @Parameters(
      paramLabel = "SNAPSHOT.json",
      description = "a snapshot (GET /state/snapshot) or a recorded round; .gz is unpacked")
  private Path snapshot;

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      description = "what was remembered: the field memory of an earlier answer")
  private Optional<Path> memory = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Decider decider = Engine.decider();
    Question question = question(snapshot);
    if (memory.isPresent()) {
      question = new Question(question.snapshot(), memory(memory.get()));
    }
    System.out.println(decider.decide(question).toPrettyString());
    return 0;
  }

  private static Question question(Path file) {
    try {
      return Question.read(bytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static ScalingMemory memory(Path file) {
    try {
      return MemoryJson.read(new ObjectMapper().readTree(bytes(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is no memory: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw new IllegalArgumentException("larger than 1 GiB");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("it cannot be read: " + e.getMessage(), e);
    }
  }
}
