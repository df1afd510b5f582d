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

/** Lives all contenders' days, prints the tables, and keeps them. */
final class Replay {
  private final Options options;
  private final Parameters parameters;
  private final DayFile file;

  private Replay(Options options, Parameters parameters) {
    this.options = options;
    this.parameters = parameters;
    file = new DayFile(options.folder().resolve("days.csv"));
  }

  /**
   * Replays.
   *
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
    List<DayResult> before = options.kept() && options.resume() ? file.read() : List.of();
    if (options.kept()) {
      file.write(before);
    }
    long begun = System.nanoTime();
    List<DayResult> days = days(before);
    double minutes = (System.nanoTime() - begun) / 6e10;
    Tables tables = new Tables(days);
    System.out.println(tables.figures());
    if (tables.contenders().contains(Contenders.UPSTREAM)) {
      System.out.println(tables.beside(Contenders.UPSTREAM));
    }
    String cost =
        String.format(
            Locale.ROOT,
            "%d days in %.1f minutes, peak heap %.0f MiB",
            days.size() - before.size(),
            minutes,
            Heap.peakMebibytes());
    System.out.println(cost);
    if (options.kept()) {
      file.write(days);
      int most = tables.zones().get(tables.zones().size() - 1);
      Contender first = new Contenders(parameters, most, options.more()).all().get(0);
      String live = Heap.overADay(new World(parameters, most, 1), first);
      System.out.println(live);
      new Report(tables, cost, live).write(options.folder());
    }
  }

  private List<Contender> contenders(int zones) {
    return new Contenders(parameters, zones, options.more())
        .all().stream()
            .filter(
                one -> options.contenders().isEmpty() || options.contenders().contains(one.name()))
            .toList();
  }

  /** All days in the order of the tables; those over the fewest zones are lived first. */
  private List<DayResult> days(List<DayResult> before)
      throws InterruptedException, ExecutionException {
    ExecutorService executor =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<DayResult>> futures = new ArrayList<>();
      for (int zones : options.zones().stream().sorted().toList()) {
        for (long seed : options.seedsOf(parameters)) {
          for (Contender contender : contenders(zones)) {
            if (before.stream().noneMatch(day -> day.is(zones, contender.name(), seed))) {
              futures.add(executor.submit(() -> live(zones, seed, contender)));
            }
          }
        }
      }
      List<DayResult> days = new ArrayList<>(before);
      for (Future<DayResult> future : futures) {
        days.add(future.get());
      }
      List<String> names =
          new Contenders(parameters, 3, options.more())
              .all().stream().map(Contender::name).toList();
      days.sort(
          Comparator.comparingInt(DayResult::zones)
              .thenComparing(day -> names.indexOf(day.contender()))
              .thenComparing(DayResult::seed));
      return days;
    } finally {
      executor.shutdownNow();
    }
  }

  private DayResult live(int zones, long seed, Contender contender) throws IOException {
    long begun = System.nanoTime();
    DayResult day = new Day(new World(parameters, zones, seed), contender).run();
    if (options.kept()) {
      file.add(day);
    }
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
