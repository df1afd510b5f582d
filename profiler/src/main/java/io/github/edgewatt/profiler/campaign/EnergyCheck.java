package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.profiler.energy.EnergyVerification;
import io.github.edgewatt.profiler.energy.EnergyVerification.PowerWindow;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the attribution of energy against what functions really add: measures the node idle, with
 * the first function of a run, with the second, and with both, several times over, and compares by
 * {@link EnergyVerification}. Alone where a run has one function. Every window is kept in the
 * journal as a note.
 */
public final class EnergyCheck {
  private static final int ROUNDS = 3;
  private static final int MOST_FUNCTIONS = 2;

  private final CampaignTools tools;
  private final CampaignTimes times;
  private final DeployedFunctions deployed;

  /** A check with a campaign's tools, after the campaign. */
  public EnergyCheck(CampaignTools tools, CampaignTimes times, CampaignListener listener) {
    this.tools = tools;
    this.times = times;
    this.deployed =
        new DeployedFunctions(tools, times, new Rest(tools.meter(), tools.clock()), listener);
  }

  /**
   * Measures and compares.
   *
   * @return one line a function
   */
  public List<String> run() throws InterruptedException, PlatformException, DatasetException {
    List<String> names =
        tools.functions().stream().limit(MOST_FUNCTIONS).map(spec -> spec.name()).toList();
    int rate = Math.max(1, times.maxRate() / 2);
    deployed.ensure(names);
    Map<String, List<PowerWindow>> windows = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Rest.Outcome rested = tools.stop().wait(() -> deployed.rest(times.restTimeout()));
      keep(windows, "idle", rested.idle());
      if (names.size() > 1) {
        for (int i = 0; i < names.size(); i++) {
          List<Integer> rates = new ArrayList<>(Collections.nCopies(names.size(), 0));
          rates.set(i, rate);
          keep(windows, names.get(i), load(rates));
        }
      }
      keep(windows, "all", load(Collections.nCopies(names.size(), rate)));
    }
    return results(names, windows);
  }

  private WindowReading load(List<Integer> rates) throws InterruptedException {
    LoadPlan plan =
        Loads.measurement(
            deployed.instances(), rates, times, Loads.margin(tools.meter().sampleInterval()), 0);
    LoadResult load = tools.stop().wait(() -> tools.generator().run(plan));
    // Nothing before it counts as rest for the next idle window.
    deployed.loadEnded(tools.clock().nanoTime(), false);
    return tools
        .stop()
        .wait(() -> tools.meter().window(load.windowStartNanos(), load.windowEndNanos()));
  }

  /** Keeps a window by what was called in it; one with a problem is told and not used. */
  private void keep(Map<String, List<PowerWindow>> windows, String called, WindowReading reading)
      throws DatasetException {
    boolean usable = reading.problem().isEmpty() && reading.powerSource().equals("measured");
    note(
        String.format(
            Locale.ROOT,
            "energy check, %s called: %.3f J in %.3f s, node CPU %.2f %%%s",
            called.equals("idle") ? "nothing" : called,
            reading.nodeEnergyJoules(),
            reading.seconds(),
            reading.nodeCpuPercent(),
            usable ? "" : "; not used: " + why(reading)));
    windows.computeIfAbsent(called, key -> new ArrayList<>());
    if (usable) {
      windows.get(called).add(window(reading));
    }
  }

  private static String why(WindowReading reading) {
    return reading.problem().isEmpty() ? "no energy" : reading.problem();
  }

  private PowerWindow window(WindowReading reading) {
    Map<String, Double> cpuSeconds = new HashMap<>();
    Map<String, Double> meterJoules = new HashMap<>();
    reading
        .functions()
        .forEach(
            (name, usage) -> {
              cpuSeconds.put(name, usage.cpuSeconds());
              if (!Double.isNaN(usage.meterJoules())) {
                meterJoules.put(name, usage.meterJoules());
              }
            });
    double generator = reading.generatorCpuPercent() / 100 * reading.seconds();
    return new PowerWindow(
        reading.seconds(), reading.nodeEnergyJoules(), cpuSeconds, generator, meterJoules);
  }

  private List<String> results(List<String> names, Map<String, List<PowerWindow>> windows)
      throws DatasetException {
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      String other = names.size() == 1 ? "idle" : names.get(names.size() - 1 - names.indexOf(name));
      boolean complete =
          List.of("idle", other, "all").stream().noneMatch(key -> windows.get(key).isEmpty());
      String line =
          complete
              ? EnergyVerification.verify(
                      name, windows.get("idle"), windows.get(other), windows.get("all"))
                  .line()
              : name + ": no usable window of each kind (the journal says why)";
      note("energy check: " + line);
      lines.add(line);
    }
    return lines;
  }

  private void note(String text) throws DatasetException {
    tools.directory().append(new JournalEntry.Note(tools.clock().now(), text));
  }
}
