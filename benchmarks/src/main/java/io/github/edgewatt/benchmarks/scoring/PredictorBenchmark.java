package io.github.edgewatt.benchmarks.scoring;

import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.power.cache.CachingPredictor;
import io.github.edgewatt.scoring.power.cache.PredictorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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

/**
 * Watts of all nodes before and after a pod, all remembered: what a predictor adds to a scheduler's
 * question. Models are one for all nodes, or one each as with WAO's numbered versions.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class PredictorBenchmark {
  @Param({"100", "5000"})
  private int nodes;

  @Param({"one", "each"})
  private String models;

  private CachingPredictor predictor;
  private List<PowerQuestion> questions;

  /** Asks everything once. */
  @Setup
  public void ask() {
    predictor =
        CachingPredictor.asking(
            (source, rows) -> {
              double[] watts = new double[rows.length];
              for (int i = 0; i < watts.length; i++) {
                watts[i] = 60 + 80 * rows[i][0];
              }
              return CompletableFuture.completedFuture(watts);
            },
            PredictorOptions.DEFAULTS);
    questions = questions();
    List<Watts> first = predictor.predict(questions);
    if (first.stream().anyMatch(watts -> watts.origin() != Watts.Origin.MODEL)) {
      throw new IllegalStateException("not all are remembered");
    }
  }

  private List<PowerQuestion> questions() {
    Random random = new Random(1);
    List<PowerQuestion> all = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      PowerSource source = source(models.equals("each") ? node : 1);
      double cpu = 0.9 * random.nextDouble();
      double ambient = random.nextInt(40) / 40.0;
      double cpu1 = random.nextInt(60) / 60.0;
      double cpu2 = random.nextInt(60) / 60.0;
      for (double use : new double[] {cpu, cpu + 0.0125}) {
        all.add(new PowerQuestion(source, new PowerPoint(use, 32, ambient, cpu1, cpu2, 25)));
      }
    }
    return all;
  }

  private static PowerSource source(int version) {
    return new PowerSource(
        Kind.TENSORFLOW_GRPC,
        "10.0.0.9",
        8500,
        "konohana",
        OptionalLong.of(version),
        "",
        List.of(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2),
        60,
        140);
  }

  @Benchmark
  public List<Watts> remembered() {
    return predictor.predict(questions);
  }
}
