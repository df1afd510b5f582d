package io.github.edgewatt.benchmarks.scoring;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.Estimate;
import io.github.edgewatt.scoring.score.NodeScore;
import io.github.edgewatt.scoring.score.NodeScorer;
import io.github.edgewatt.scoring.score.PolicyWeights;
import io.github.edgewatt.scoring.score.Rejection;
import io.github.edgewatt.scoring.score.ScoringSettings;
import io.github.edgewatt.scoring.score.fpga.FpgaSettings;
import io.github.edgewatt.scoring.score.power.PowerMode;
import io.github.edgewatt.scoring.score.power.PowerSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a scheduler's question costs, all nodes offered; the predictor is a line in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ScoringBenchmark {
  @Param({"100", "1000", "5000"})
  private int nodes;

  @Param({"watts", "wao-v1", "watts+fpga"})
  private String rules;

  private SyntheticCluster cluster;
  private NodeScorer scorer;
  private Pod pod;

  /** Fills the cluster. */
  @Setup
  public void fill() {
    cluster = new SyntheticCluster(nodes);
    scorer = cluster.scorer(settings(rules));
    pod = cluster.asked();
  }

  /** Those of a set of rules by its name. */
  static ScoringSettings settings(String rules) {
    PowerMode mode = rules.equals("wao-v1") ? PowerMode.WAO_V1 : PowerMode.WATTS;
    return new ScoringSettings(
        new PolicyWeights(1, rules.endsWith("fpga") ? 1 : 0),
        PowerSettings.of(mode),
        FpgaSettings.DEFAULTS);
  }

  @Benchmark
  public List<NodeScore> score() {
    return scorer.score(pod, cluster.names);
  }

  @Benchmark
  public List<Rejection> filter() {
    return scorer.filter(pod, cluster.names);
  }

  @Benchmark
  public Estimate estimateTen() {
    return scorer.estimate(pod, cluster.names, 10);
  }
}
