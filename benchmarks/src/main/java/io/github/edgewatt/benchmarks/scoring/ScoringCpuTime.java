package io.github.edgewatt.benchmarks.scoring;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.NodeScorer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The same questions as {@link ScoringBenchmark}, by the CPU time of the thread that answers: what
 * can still be told on a machine that others use. Garbage collection, on other threads, is not in
 * it.
 *
 * <pre>{@code
 * java -cp benchmarks/target/edgewatt-benchmarks.jar \
 *     io.github.edgewatt.benchmarks.scoring.ScoringCpuTime
 * }</pre>
 *
 * <p>AMD EPYC, 2 virtual cores, OpenJDK 17, two runs under load averages of 10 and 7; the tail is
 * the neighbours' as much as ours:
 *
 * <pre>{@code
 * nodes  rules         p50 us          p99 us
 *   100  watts          18,   15        58,   46
 *   100  wao-v1         19,   20        51,   66
 *   100  watts+fpga     20,   21        74,   63
 *  1000  watts         158,  168       311,  939
 *  1000  wao-v1        180,  181       291,  759
 *  1000  watts+fpga    225,  238       370,  529
 *  5000  watts        1262, 1392      2083, 6338
 *  5000  wao-v1       1342, 1839      4015, 3805
 *  5000  watts+fpga   2016, 1997      3469, 5216
 * }</pre>
 */
public final class ScoringCpuTime {
  private static final int NODES_ANSWERED = 5_000_000;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ScoringCpuTime() {}

  /** Prints the table; takes about a minute. */
  public static void main(String[] arguments) {
    System.out.println("nodes  rules         p50 us    p99 us");
    for (int nodes : new int[] {100, 1000, 5000}) {
      for (String rules : List.of("watts", "wao-v1", "watts+fpga")) {
        measure(nodes, rules);
      }
    }
  }

  private static void measure(int nodes, String rules) {
    SyntheticCluster cluster = new SyntheticCluster(nodes);
    NodeScorer scorer = cluster.scorer(ScoringBenchmark.settings(rules));
    Pod pod = cluster.asked();
    long[] nanos = new long[NODES_ANSWERED / nodes];
    // The first round warms up.
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < nanos.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        int answered = scorer.score(pod, cluster.names).size();
        nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        if (answered != nodes) {
          throw new IllegalStateException(answered + " nodes answered of " + nodes);
        }
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%5d  %-10s  %8.1f  %8.1f%n",
        nodes,
        rules,
        nanos[nanos.length / 2] / NANOS_PER_MICRO,
        nanos[nanos.length - nanos.length / 100] / NANOS_PER_MICRO);
  }
}
