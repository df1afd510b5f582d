package io.github.edgewatt.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparison: {@code [--quick] [--rates 50,500,2000] [--tools hey,k6,oha] [--no-max] [--json
 * FILE]}.
 */
final class Compare {
  private static final int SERVER_CORE = 0;

  /** More than any generator here can send, so that it shows what it can. */
  private static final double SATURATING_PER_SECOND = 150_000;

  private static final int SATURATING_CONNECTIONS = 64;

  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  private Compare(String[] args) {
    options.put("--rates", "50,500,2000");
    options.put("--tools", "hey,k6,oha");
    options.put("--json", "benchmarks/target/load/compare.json");
    for (int i = 0; i < args.length; i++) {
      boolean flag = args[i].equals("--quick") || args[i].equals("--no-max");
      if (!flag && (!options.containsKey(args[i]) || i + 1 == args.length)) {
        throw new IllegalArgumentException(
            args[i]
                + " is not a complete option; there are --quick --no-max --rates LIST --tools LIST --json FILE");
      }
      options.put(args[i], flag ? "yes" : args[++i]);
    }
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      new Compare(args).run();
    } catch (IllegalArgumentException e) {
      System.err.println("compare.sh: " + e.getMessage());
      System.exit(2);
    }
  }

  @SuppressWarnings("SystemOut")
  private void run() throws IOException, InterruptedException {
    Path json = Path.of(options.get("--json")).toAbsolutePath();
    int seconds = options.containsKey("--quick") ? 4 : 10;
    try (Recorder recorder = new Recorder(SERVER_CORE)) {
      Trial trial = new Trial(recorder, seconds, Trial.scratch(json.getParent()));
      System.out.print(OutcomeTable.HEADER);
      for (String rate : options.get("--rates").split(",", -1)) {
        add(trial.ours(Double.parseDouble(rate), 1000));
        for (String tool : options.get("--tools").split(",", -1)) {
          peer(trial, tool, Integer.parseInt(rate));
        }
      }
      if (!options.containsKey("--no-max")) {
        maximum(trial);
      }
    }
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(json.toFile(), Map.of("seconds", seconds, "outcomes", outcomes));
    System.out.print(OutcomeTable.verdicts(outcomes));
    System.out.println("JSON: " + json);
  }

  private void peer(Trial trial, String tool, int rate) throws IOException, InterruptedException {
    Optional<Path> binary = Commands.find(tool);
    add(binary.isPresent() ? trial.peer(tool, binary.get(), rate) : absent(tool, rate));
  }

  private void maximum(Trial trial) throws IOException, InterruptedException {
    add(trial.ours(SATURATING_PER_SECOND, SATURATING_CONNECTIONS));
    Optional<Path> wrk = Commands.find("wrk");
    add(wrk.isPresent() ? trial.wrk(wrk.get(), SATURATING_CONNECTIONS) : absent("wrk", 0));
  }

  private static Outcome absent(String tool, double rate) {
    ArrivalReport none =
        new ArrivalReport(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    return new Outcome(tool, rate, 0, 0, Double.NaN, none, Double.NaN, Double.NaN, "not installed");
  }

  @SuppressWarnings("SystemOut")
  private void add(Outcome outcome) {
    outcomes.add(outcome);
    System.out.print(OutcomeTable.row(outcome));
  }
}
