package io.github.edgewatt.benchmarks.forecast;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Answers of a model with four node targets of 100 trees of 5,000 nodes, overload by function of
 * 100 trees of 3,000 nodes, and four function targets of 50 trees of 5,000 nodes; loads of up to
 * three functions.
 *
 * <p>AMD EPYC, 2 virtual cores, hardly shared (load average 3 when it ended), OpenJDK 17, one fork,
 * four iterations of 2 s after three of 1 s.
 *
 * <pre>{@code
 * Benchmark                               Mode  Cnt        Score        Error  Units
 * ForecastBenchmark.batchOf10000          avgt    4  1301666.643 ± 305210.951  us/op
 * ForecastBenchmark.batchOf10000NodeOnly  avgt    4   533633.603 ± 258537.763  us/op
 * ForecastBenchmark.one                   avgt    4      499.945 ±    166.343  us/op
 * ForecastBenchmark.oneNodeOnly           avgt    4      261.753 ±    142.981  us/op
 * }</pre>
 *
 * Most of it is cache misses of the walks: a batch keeps a tree in the cache, one load cannot.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForecastBenchmark {
  private static final int BATCH = 10_000;

  private List<Load> loads;
  private ModelForecaster everything;
  private ModelForecaster nodeOnly;
  private int next;

  /** The model and the questions, always the same. */
  @Setup
  public void make() {
    TrainedModel model = SyntheticModel.make();
    loads = SyntheticModel.loads(BATCH);
    everything = ModelForecaster.of(model);
    nodeOnly = ModelForecaster.nodeOnly(model);
  }

  private Load next() {
    next = (next + 1) % BATCH;
    return loads.get(next);
  }

  /** Another load every time, with the functions' own figures. */
  @Benchmark
  public Forecast one() {
    return everything.forecast(next());
  }

  /** Node CPU, memory and power with bounds, and overload. */
  @Benchmark
  public Forecast oneNodeOnly() {
    return nodeOnly.forecast(next());
  }

  @Benchmark
  public List<Forecast> batchOf10000() {
    return everything.forecastAll(loads);
  }

  @Benchmark
  public List<Forecast> batchOf10000NodeOnly() {
    return nodeOnly.forecastAll(loads);
  }
}
