package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What all policies do alike: finds targets and applies a rule to each function. */
final class Weighing implements WeightPolicy {
  /** Below it, handing work to other threads takes longer than the work. */
  private static final long WORTH_SHARING = 20_000;

  private final Rule rule;
  private final Scope scope;

  Weighing(Rule rule, Scope scope) {
    this.rule = rule;
    this.scope = scope;
  }

  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public WeightRound weigh(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    int zones = index.zones().size();
    Work[] works = new Work[zones == 0 ? 0 : index.functions().size()];
    long entries = (long) works.length * zones * (scope == Scope.GLOBAL ? zones : 1);
    boolean shared = entries + index.podCount() > WORTH_SHARING;
    Rule.RoundRule round = rule.round(index, energy, memory);
    String[] gateways = gateways(index);
    Arrays.setAll(works, function -> new Work(index, function, scope, gateways));
    if (round.looks()) {
      each(works.length, shared, function -> works[function].look(round));
      round.looked();
    }
    each(works.length, shared, function -> works[function].weigh(round));
    List<ZoneWeights> weights = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Work work : works) {
      if (work.problem == null) {
        weights.addAll(work.weights);
      } else {
        problems.add(work.problem);
      }
    }
    return new WeightRound(weights, problems, round.memory());
  }

  private static void each(int count, boolean shared, IntConsumer work) {
    IntStream numbers = IntStream.range(0, count);
    (shared ? numbers.parallel() : numbers).forEach(work);
  }

  /** By zone; null where a zone has none that can be reached. */
  private static String[] gateways(SnapshotIndex index) {
    String[] gateways = new String[index.zones().size()];
    for (int zone = 0; zone < gateways.length; zone++) {
      String address = index.gateway(zone).map(Gateway::address).orElse("");
      gateways[zone] = address.isEmpty() ? null : address;
    }
    return gateways;
  }

  /** One function in one round. */
  private static final class Work {
    private final SnapshotIndex index;
    private final int function;
    private final Scope scope;
    private final String[] gateways;
    private final List<ZoneWeights> weights;
    private Targets targets;
    private String problem;

    Work(SnapshotIndex index, int function, Scope scope, String[] gateways) {
      this.index = index;
      this.function = function;
      this.scope = scope;
      this.gateways = gateways;
      weights = new ArrayList<>(index.zones().size());
    }

    void look(Rule.RoundRule round) {
      guarded(
          () -> {
            targets = Targets.of(index, function, scope, gateways);
            round.look(targets);
          });
    }

    void weigh(Rule.RoundRule round) {
      if (problem == null) {
        guarded(
            () -> {
              // What was just read of pods is used while the processor still has it near.
              targets = targets == null ? Targets.of(index, function, scope, gateways) : targets;
              if (targets.count() > 0) {
                zones(round.of(targets));
              }
            });
      }
      targets = null;
    }

    private void zones(Rule.FunctionRule formula) {
      String name = index.functions().get(function);
      for (int zone = 0; zone < index.zones().size(); zone++) {
        if (targets.count(zone) > 0) {
          weights.add(
              new ZoneWeights(
                  name, index.zones().get(zone), targets.addresses(zone), formula.zone(zone)));
        }
      }
    }

    private void guarded(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException e) {
        problem = index.functions().get(function) + " could not be weighed: " + e.getMessage();
      }
    }
  }
}
