package io.github.edgewatt.benchmarks.osmotic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lives all contenders' days, prints the tables, and keeps those of the whole replay. */
final class Replay {
  private final Options options;
  private final Parameters parameters;

  private Replay(Options options, Parameters parameters) {
    this.options = options;
    this.parameters = parameters;
  }

  /**
   * @param args the folder of {@code parameters.json}, then options
   */
  public static void main(String[] args) throws Exception {
    try {
      Options options = Options.of(args);
      new Replay(options, Parameters.read(options.folder().resolve("parameters.json"))).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<DayResult> days = days();
    Tables tables = new Tables(days);
    System.out.println(tables.figures());
    boolean compared = tables.contenders().contains(Contenders.UPSTREAM);
    if (compared) {
      System.out.println(tables.beside(Contenders.UPSTREAM));
    }
    double minutes = (System.nanoTime() - begun) / 6e10;
    String cost =
        String.format(
            Locale.ROOT,
            "%d days in %.1f minutes, peak heap %.0f MiB",
            days.size(),
            minutes,
            Heap.peakMebibytes());
    System.out.println(cost);
    int most = tables.zones().get(tables.zones().size() - 1);
    String live = "";
    if (options.contenders().isEmpty() && !options.tuning()) {
      live = Heap.overADay(new World(parameters, most, 1), contenders(most).get(0));
      System.out.println(live);
    }
    if (options.whole(parameters)) {
      new Report(tables, cost, live).write(options.folder());
    }
  }

  private List<Contender> contenders(int zones) {
    return new Contenders(parameters, zones, options.more())
        .all().stream()
            .filter(
                one ->
                    options.contenders().isEmpty() || options.contenders().contains(one.name()))
            .toList();
  }

  /** The days in the order of the tables; the long ones are lived first. */
  private List<DayResult> days() throws InterruptedException, ExecutionException {
    ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<DayResult>> futures = new ArrayList<>();
      for (int zones : options.zones().stream().sorted(Comparator.reverseOrder()).toList()) {
        for (long seed : options.seedsOf(parameters)) {
          for (Contender contender : contenders(zones)) {
            futures.add(executor.submit(() -> live(zones, seed, contender)));
          }
        }
      }
      List<DayResult> days = new ArrayList<>();
      for (Future<DayResult> future : futures) {
        days.add(future.get());
      }
      List<String> names = contenders(3).stream().map(Contender::name).toList();
      days.sort(
          Comparator.comparingInt(DayResult::zones)
              .thenComparing(day -> names.indexOf(day.contender()))
              .thenComparing(DayResult::seed));
      return days;
    } finally {
      executor.shutdownNow();
    }
  }

  private DayResult live(int zones, long seed, Contender contender) {
    long begun = System.nanoTime();
    DayResult day = new Day(new World(parameters, zones, seed), contender).run();
    System.err.printf(
        Locale.ROOT,
        "%d zones, seed %d, %s: %.1f s%n",
        zones,
        seed,
        contender.name(),
        (System.nanoTime() - begun) / 1e9);
    return day;
  }
}
