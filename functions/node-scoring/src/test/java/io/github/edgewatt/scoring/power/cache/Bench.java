package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Sources;
import io.github.edgewatt.scoring.power.Watts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A predictor, a fake model behind it, and a clock that moves when the predictor waits. */
final class Bench {
  final FakeModel model = new FakeModel();
  final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  final List<Duration> waits = new ArrayList<>();
  final PowerSource source = Sources.frugal(Kind.TENSORFLOW_GRPC, "10.0.0.9", 8500);
  final CachingPredictor predictor;
  private Runnable duringWait = () -> {};

  Bench() {
    this(PredictorOptions.DEFAULTS);
  }

  Bench(PredictorOptions options) {
    predictor = CachingPredictor.asking(model, options, nanos::get, this::await);
  }

  private void await(CompletableFuture<?> all, long most) {
    waits.add(Duration.ofNanos(most));
    duringWait.run();
    if (!all.isDone()) {
      nanos.addAndGet(most);
    }
  }

  /** What happens while the predictor waits. */
  void duringWait(Runnable action) {
    duringWait = action;
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  Watts ask(double cpu) {
    return ask(Sources.at(source, cpu)).get(0);
  }

  List<Watts> ask(PowerQuestion... questions) {
    return predictor.predict(List.of(questions));
  }
}
