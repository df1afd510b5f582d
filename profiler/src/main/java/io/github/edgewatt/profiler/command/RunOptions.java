package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.command.site.SiteOptions;
import io.github.edgewatt.profiler.energy.PowerModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The words that {@code run} and {@code profile} share. Nothing has a default here: what is not
 * said comes from the base plan, which is the product's defaults or, on resume, the run's own plan.
 */
final class RunOptions {
  @Mixin SiteOptions site;

  /** A handful of counter samples at least, and no more than a meter keeps. */
  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(500);

  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(5);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MAX_RATE",
      converter = Converters.Rate.class,
      description = "highest rate of a function, requests per second")
  private Integer maxRate;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DURATION",
      converter = Converters.Positive.class,
      description = "length of each measurement, 500ms to 10m: 20s, 1m30s")
  private Duration duration;

  @Option(
      names = "--functions",
      split = ",",
      paramLabel = "NAME",
      description =
          "functions, comma-separated (default: figlet,shasum,nmap,env,curl,eat-memory; with a"
              + " gateway all that stack.yml marks)")
  private List<String> functions;

  @Option(
      names = "--step",
      converter = Converters.Rate.class,
      description = "distance of neighbouring rates in a mix (default: 10)")
  private Integer step;

  @Option(
      names = "--repeats",
      converter = Converters.Count.class,
      description = "most measurements of one configuration (default: 3)")
  private Integer repeats;

  @Option(names = "--design", description = "adaptive (default) or grid, upstream's full grid")
  private String design;

  @Option(
      names = "--budget",
      description = "time for the whole run, or none (default: 15m; none for the grid)")
  private String budget;

  @Option(names = "--arrivals", description = "constant (default) or poisson")
  private String arrivals;

  @Option(names = "--seed", description = "decides every random choice (default: 1)")
  private Long seed;

  @Option(
      names = "--warmup",
      converter = Converters.NotNegative.class,
      description = "load on a fresh function before it is measured (default: 4s)")
  private Duration warmup;

  @Option(
      names = "--settle",
      converter = Converters.NotNegative.class,
      description = "load before each window that is not counted (default: 1s)")
  private Duration settle;

  @Option(
      names = "--rest-timeout",
      converter = Converters.Positive.class,
      description = "longest rest before a measurement (default: 180s)")
  private Duration restTimeout;

  @Option(
      names = "--power-model",
      paramLabel = "IDLE..MAX",
      description = "estimate power where there is no meter, e.g. 12W..65W; marked as estimate")
  private String powerModel;

  @Option(names = "--output", description = "where the run's folder goes (default: output)")
  Path output;

  @Option(names = "--resume", paramLabel = "DIR", description = "go on with the run in DIR")
  Path resume;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description = "group list for the cost table (default: group_list.json here, if any)")
  Path groups;

  @Option(
      names = "--verify-energy",
      description =
          "afterwards measure the node with and without functions and tell the error of the energy"
              + " attributed to them")
  boolean verifyEnergy;

  @Option(names = "--dry-run", description = "print the plan and its cost, start nothing")
  boolean dryRun;

  /** The plan these words make over {@code base}, without what only {@code run} knows. */
  RunPlan over(RunPlan base, String mode, Integer combine, String startAt) throws UsageException {
    List<String> chosen = functions == null ? base.functions() : functions;
    checkFunctions(chosen);
    checkTimes(or(duration, base.duration()), or(restTimeout, base.restTimeout()));
    String chosenDesign = oneOf("--design", design, base.design(), "adaptive", "grid");
    return new RunPlan(
        mode,
        or(maxRate, base.maxRate()),
        or(duration, base.duration()),
        chosen,
        or(combine, Math.min(base.combine(), chosen.size())),
        or(step, base.step()),
        or(repeats, base.repeats()),
        chosenDesign,
        budget(base, chosenDesign),
        oneOf("--arrivals", arrivals, base.arrivals(), "constant", "poisson"),
        or(seed, base.seed()),
        or(warmup, base.warmup()),
        or(settle, base.settle()),
        or(restTimeout, base.restTimeout()),
        powerModel(base),
        startAt == null ? base.startAt() : startAt);
  }

  /** The product's defaults; refuses when the rate or the duration is missing. */
  RunPlan defaults(String mode, List<String> known) throws UsageException {
    if (maxRate == null || duration == null) {
      throw new UsageException(
          "say the highest rate and the length of a measurement: bin/profiler " + mode + " 50 20s");
    }
    return new RunPlan(
        mode,
        maxRate,
        duration,
        known,
        Math.min(3, known.size()),
        10,
        3,
        "adaptive",
        Duration.ofMinutes(15),
        "constant",
        1,
        Duration.ofSeconds(4),
        Duration.ofSeconds(1),
        Duration.ofSeconds(180),
        null,
        null);
  }

  private Duration budget(RunPlan base, String chosenDesign) throws UsageException {
    if (budget == null) {
      boolean gridByDefault = resume == null && chosenDesign.equals("grid");
      return gridByDefault ? null : base.budget();
    }
    if (budget.equals("none")) {
      return null;
    }
    try {
      return Durations.parse(budget);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--budget: " + e.getMessage() + ", or none");
    }
  }

  private String powerModel(RunPlan base) throws UsageException {
    if (powerModel == null) {
      return base.powerModel();
    }
    try {
      return PowerModel.parse(powerModel).toString();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--power-model: " + e.getMessage());
    }
  }

  private static void checkTimes(Duration window, Duration rest) throws UsageException {
    if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new UsageException(
          "a measurement of %s is out of range: counters need %s, and are kept for %s"
              .formatted(
                  Durations.format(window),
                  Durations.format(SHORTEST_WINDOW),
                  Durations.format(LONGEST_WINDOW)));
    }
    if (rest.compareTo(SHORTEST_REST) < 0) {
      throw new UsageException(
          "--rest-timeout %s is too short: memory has to be flat for %s"
              .formatted(Durations.format(rest), Durations.format(SHORTEST_REST)));
    }
  }

  private static void checkFunctions(List<String> names) throws UsageException {
    if (names.isEmpty() || names.contains("")) {
      throw new UsageException("--functions names no function between two commas");
    }
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new UsageException("--functions names " + name + " twice: name each once");
      }
    }
  }

  private static String oneOf(String option, String said, String base, String... allowed)
      throws UsageException {
    String value = said == null ? base : said;
    if (!List.of(allowed).contains(value)) {
      throw new UsageException(option + " is '" + value + "': say " + String.join(" or ", allowed));
    }
    return value;
  }

  private static <T> T or(T said, T base) {
    return said == null ? base : said;
  }
}
