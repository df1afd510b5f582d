package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.Watts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Places equal pods one after the other, each where it adds least (after WAO's estimator): the
 * greedy choice, which is the least total where each further pod on a node adds no less than the
 * one before it. Equal increases go to the node whose name comes first.
 */
final class Packing {
  static final int MOST_REPLICAS = 1_000;
  private static final int LOOK_AHEAD = 16;
  private static final long MOST_MILLIS = 2_000;

  private final LoadReader reader;
  private final PowerRule rule;
  private final Quotes quotes;
  private final Clock clock;

  Packing(LoadReader reader, PowerRule rule, Quotes quotes, Clock clock) {
    this.reader = reader;
    this.rule = rule;
    this.quotes = quotes;
    this.clock = clock;
  }

  Packed pack(Pod pod, List<NodeEntry> nodes, int replicas) {
    if (replicas < 1 || replicas > MOST_REPLICAS) {
      return new Packed(List.of(), "replicas must be from 1 to " + MOST_REPLICAS);
    }
    Demand demand = rule.demand(pod);
    if (demand.none()) {
      return new Packed(List.of(), "the pod asks for no CPU");
    }
    Instant start = clock.instant();
    Arrivals.Question arrivals = reader.question(pod, start);
    List<Growth> growths = new ArrayList<>();
    int unknown = 0;
    for (NodeEntry entry : nodes) {
      Load load = reader.read(entry, arrivals, start);
      Growth growth = new Growth(load, demand, pod);
      if (!load.why().isEmpty()) {
        unknown++;
      } else if (growth.fits(1)) {
        growths.add(growth);
      }
    }
    PriorityQueue<Growth> queue = first(growths);
    unknown += growths.size() - queue.size();
    return placed(queue, replicas, unknown, start.toEpochMilli() + MOST_MILLIS);
  }

  private Packed placed(PriorityQueue<Growth> queue, int replicas, int unknown, long untilMillis) {
    List<Packed.Place> places = new ArrayList<>();
    int lost = unknown;
    while (places.size() < replicas && !queue.isEmpty()) {
      if (clock.millis() > untilMillis) {
        return new Packed(places, "stopped after " + MOST_MILLIS + " ms");
      }
      Growth cheapest = queue.poll();
      places.add(new Packed.Place(cheapest.node(), cheapest.nextDelta()));
      cheapest.place();
      if (places.size() < replicas && cheapest.fits(cheapest.placed() + 1)) {
        extend(cheapest, replicas - places.size());
        if (Double.isNaN(cheapest.nextDelta())) {
          lost++;
        } else {
          queue.add(cheapest);
        }
      }
    }
    boolean all = places.size() == replicas;
    return new Packed(places, all ? "" : shortage(lost));
  }

  private static String shortage(int lost) {
    return lost == 0
        ? "no node has room for more"
        : "no node has room for more; of " + lost + " the watts are not known";
  }

  /** Nodes by what their first pod adds; both states of all are asked in one batch. */
  private PriorityQueue<Growth> first(List<Growth> growths) {
    List<PowerQuestion> questions = new ArrayList<>();
    for (Growth growth : growths) {
      questions.add(growth.question(0, rule));
      questions.add(growth.question(1, rule));
    }
    List<Watts> answers = quotes.askPairs(questions);
    PriorityQueue<Growth> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Growth::nextDelta).thenComparing(Growth::node));
    for (int i = 0; i < growths.size(); i++) {
      Growth growth = growths.get(i);
      if (growth.add(answers.get(2 * i)) && growth.add(answers.get(2 * i + 1))) {
        queue.add(growth);
      }
    }
    return queue;
  }

  /** Asks for the next states of a node, several at once, where the next is not known yet. */
  private void extend(Growth growth, int stillWanted) {
    if (growth.known() > growth.placed() + 1) {
      return;
    }
    List<PowerQuestion> questions = new ArrayList<>();
    int most = Math.min(LOOK_AHEAD, stillWanted);
    for (int i = 0; i < most && growth.fits(growth.known() + i); i++) {
      questions.add(growth.question(growth.known() + i, rule));
    }
    for (Watts next : quotes.ask(questions)) {
      if (!growth.add(next)) {
        return;
      }
    }
  }
}
