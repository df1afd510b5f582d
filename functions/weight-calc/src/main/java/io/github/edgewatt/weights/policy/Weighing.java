package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.snapshot.Gateway;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.ArrayList;
import java.util.List;
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
    int functions = zones == 0 ? 0 : index.functions().size();
    Rule.RoundRule round = rule.round(index, energy, memory);
    String[] gateways = new String[zones];
    for (int zone = 0; zone < zones; zone++) {
      gateways[zone] = index.gateway(zone).map(Gateway::address).orElse("");
      gateways[zone] = gateways[zone].isEmpty() ? null : gateways[zone];
    }
    Weighed[] weighed = new Weighed[functions];
    long work = (long) functions * zones * (scope == Scope.GLOBAL ? zones : 1) + index.podCount();
    IntStream numbers = IntStream.range(0, functions);
    (work > WORTH_SHARING ? numbers.parallel() : numbers)
        .forEach(function -> weighed[function] = function(index, function, gateways, round));
    List<ZoneWeights> weights = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Weighed one : weighed) {
      weights.addAll(one.weights);
      if (one.problem != null) {
        problems.add(one.problem);
      }
    }
    return new WeightRound(weights, problems, round.memory());
  }

  private Weighed function(
      SnapshotIndex index, int function, String[] gateways, Rule.RoundRule round) {
    String name = index.functions().get(function);
    try {
      Targets targets = Targets.of(index, function, scope, gateways);
      List<ZoneWeights> weights = new ArrayList<>(gateways.length);
      Rule.FunctionRule formula = null;
      for (int zone = 0; zone < gateways.length; zone++) {
        if (targets.count(zone) > 0) {
          formula = formula == null ? round.of(targets) : formula;
          weights.add(
              new ZoneWeights(
                  name, index.zones().get(zone), targets.addresses(zone), formula.zone(zone)));
        }
      }
      return new Weighed(weights, null);
    } catch (RuntimeException e) {
      return new Weighed(List.of(), name + " could not be weighed: " + e.getMessage());
    }
  }

  private record Weighed(List<ZoneWeights> weights, String problem) {}
}
