package io.github.edgewatt.scoring.score.spread;

import io.github.edgewatt.cluster.ClusterView;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Replicas;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What part of a pod's set is to be kept apart.
 *
 * @param set the pod's set; empty where nothing is asked or {@code why} says something
 * @param rate 0 to 1
 * @param why why what is asked cannot be done; empty else
 */
record SpreadRate(Optional<Replicas> set, double rate, String why) {
  private static final List<String> KEYS =
      List.of("edgewatt.io/podspread-rate", "waok8s.github.io/podspread-rate");
  private static final SpreadRate NONE = new SpreadRate(Optional.empty(), 0, "");

  /** The pod's own annotation, else that of its ReplicaSet, which has its Deployment's too. */
  static SpreadRate of(Pod pod, ClusterView cluster) {
    Optional<Replicas> set =
        pod.owner()
            .filter(owner -> owner.kind().equals("ReplicaSet"))
            .map(Owner::uid)
            .flatMap(cluster::replicas);
    Optional<String> text =
        text(pod.annotations()).or(() -> set.flatMap(one -> text(one.annotations())));
    if (text.isEmpty()) {
      return NONE;
    }
    double rate = number(text.get());
    if (!(rate >= 0 && rate <= 1)) {
      return skipped("its rate is not a number from 0 to 1");
    }
    return set.isPresent()
        ? new SpreadRate(set, rate, "")
        : skipped("the pod belongs to no ReplicaSet that is known");
  }

  /** {@code floor(replicas x rate)}: how many pods are kept apart. */
  int apart() {
    return set.map(one -> (int) Math.floor(one.wanted() * rate)).orElse(0);
  }

  private static SpreadRate skipped(String why) {
    return new SpreadRate(Optional.empty(), 0, "not spread: " + why);
  }

  private static Optional<String> text(Map<String, String> annotations) {
    return KEYS.stream().filter(annotations::containsKey).findFirst().map(annotations::get);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
