package io.github.edgewatt.profiler.platform.openfaas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a gateway's edition does not let a run do, known before it starts.
 *
 * @param facts what the gateway is and how that shapes the run
 * @param warnings what will not be as asked
 * @param refusals why the run cannot start; empty when it can
 */
public record GatewayLimits(List<String> facts, List<String> warnings, List<String> refusals) {

  /** Community Edition, on Kubernetes and from faasd 0.19 on. */
  static final int MOST_FUNCTIONS = 15;

  static final int MOST_REPLICAS = 5;

  private static final String NAMESPACE = "openfaas-fn";

  public GatewayLimits {
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
    refusals = List.copyOf(refusals);
  }

  /**
   * What is asked of the gateway.
   *
   * @param functions what will be deployed, not all at once; or of what is deployed, what will be
   *     profiled, empty for any
   * @param atOnce most functions of one combination; only these are deployed at a time
   * @param autoscale whether replicas may change
   * @param namespace where, empty for the gateway's own choice
   * @param deploys false where functions are profiled as they are deployed
   */
  public record Ask(
      List<StackFunction> functions,
      int atOnce,
      boolean autoscale,
      String namespace,
      boolean deploys) {
    public Ask {
      functions = List.copyOf(functions);
    }
  }

  /**
   * Holds what is asked against what the gateway is.
   *
   * @param there what is deployed now; left-overs of earlier runs do not count
   */
  public static GatewayLimits of(GatewayInfo info, List<FunctionStatus> there, Ask ask) {
    List<String> facts = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    facts.add(info.text());
    boolean community = info.isCommunityEdition() || info.isFaasd();
    if (info.provider().isEmpty()) {
      refusals.add(
          "the gateway answers, but its provider (faasd or faas-netes) does not: start it first");
    }
    if (info.isFaasd()) {
      faasd(ask, facts, warnings);
    } else if (info.isCommunityEdition()) {
      facts.add(
          "Community Edition: at most %d functions, %d replicas each, one namespace, public images"
              .formatted(MOST_FUNCTIONS, MOST_REPLICAS));
      if (ask.autoscale()) {
        warnings.add(
            "--autoscale: the Community Edition stops at %d replicas".formatted(MOST_REPLICAS));
      }
      warnConstraints(ask, warnings);
    }
    if (!ask.deploys() && !ask.autoscale() && !info.isFaasd()) {
      warnScaled(there, ask, warnings);
    }
    Optional<Boolean> limited = info.isLimited();
    if (limited.orElse(true)) {
      count(
          there,
          ask,
          facts,
          limited.isPresent()
              ? refusals::add
              : line -> warnings.add("this faasd tells no version; from 0.19 on: " + line));
    }
    if (community) {
      if (!ask.namespace().isEmpty() && !ask.namespace().equals(NAMESPACE)) {
        warnings.add(
            "--namespace %s: %s knows one namespace, %s"
                .formatted(
                    GatewayFaults.oneLine(ask.namespace()),
                    info.isFaasd() ? "a current faasd" : "the Community Edition",
                    NAMESPACE));
      }
    }
    return new GatewayLimits(facts, warnings, refusals);
  }

  private static void faasd(Ask ask, List<String> facts, List<String> warnings) {
    facts.add("faasd: one replica a function; CPU limits and requests are not applied");
    if (ask.autoscale()) {
      warnings.add("--autoscale: faasd never has more than one replica, so nothing will scale");
    }
    List<String> limited =
        ask.functions().stream()
            .map(StackFunction::deployment)
            .filter(d -> d.limits().containsKey("cpu"))
            .map(Deployment::name)
            .toList();
    if (ask.deploys() && !limited.isEmpty()) {
      warnings.add("faasd ignores the CPU limit of " + String.join(", ", limited));
    }
  }

  private static void warnConstraints(Ask ask, List<String> warnings) {
    List<String> constrained =
        ask.functions().stream()
            .map(StackFunction::deployment)
            .filter(d -> !d.constraints().isEmpty())
            .map(Deployment::name)
            .toList();
    if (ask.deploys() && !constrained.isEmpty()) {
      warnings.add(
          "the Community Edition ignores the constraints of " + String.join(", ", constrained));
    }
  }

  /** A gateway that adds replicas in the middle of a row changes what is measured. */
  private static void warnScaled(List<FunctionStatus> there, Ask ask, List<String> warnings) {
    List<String> names = ask.functions().stream().map(f -> f.request().name()).toList();
    List<String> scaled =
        there.stream()
            .filter(function -> names.isEmpty() || names.contains(function.name()))
            .filter(function -> !isPinned(function.labels()))
            .map(FunctionStatus::name)
            .toList();
    if (!scaled.isEmpty()) {
      warnings.add(
          "the gateway may change the replicas of %s in mid-run: give the labels %smin and %smax"
                  .formatted(String.join(", ", scaled), DeployOrder.SCALE, DeployOrder.SCALE)
              + " the same value, or profile with --autoscale");
    }
  }

  /** Without a label the least is 1, and the most is the gateway's own. */
  private static boolean isPinned(Map<String, String> labels) {
    String most = labels.getOrDefault(DeployOrder.SCALE + "max", "");
    return most.equals(labels.getOrDefault(DeployOrder.SCALE + "min", "1"));
  }

  private static void count(
      List<FunctionStatus> there, Ask ask, List<String> facts, Consumer<String> tooMany) {
    if (!ask.deploys()) {
      return;
    }
    long others = there.stream().filter(function -> function.run().isEmpty()).count();
    if (ask.functions().size() > MOST_FUNCTIONS) {
      facts.add(
          "%d functions are to be profiled, %d of them deployed at a time"
              .formatted(ask.functions().size(), ask.atOnce()));
    }
    if (others + ask.atOnce() > MOST_FUNCTIONS) {
      tooMany.accept(
          "%d functions are deployed already and this run needs %d more at a time: the Community"
                  .formatted(others, ask.atOnce())
              + " Edition allows %d; remove some, or profile smaller combinations"
                  .formatted(MOST_FUNCTIONS));
    }
  }
}
