package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.remote.ModelException;
import io.github.edgewatt.scoring.power.remote.PowerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/** A model that answers at once, fails, or lets its answers lie until a test releases them. */
final class FakeModel implements PowerModel {
  /** A batch it was asked. */
  record Batch(PowerSource source, float[][] rows, CompletableFuture<double[]> answer) {}

  private final List<Batch> batches = new ArrayList<>();
  private ToDoubleFunction<float[]> watts = row -> 60 + 80 * row[0];
  private String failure = "";
  private boolean silent;

  @Override
  public synchronized CompletableFuture<double[]> watts(PowerSource source, float[][] rows) {
    Batch batch = new Batch(source, rows, new CompletableFuture<>());
    batches.add(batch);
    if (!silent) {
      release(batch);
    }
    return batch.answer();
  }

  void answers(ToDoubleFunction<float[]> other) {
    watts = other;
    failure = "";
    silent = false;
  }

  void fails(String why) {
    failure = why;
    silent = false;
  }

  void isSilent() {
    failure = "";
    silent = true;
  }

  /** Answers, late. */
  void release(Batch batch) {
    if (failure.isEmpty()) {
      double[] answer = new double[batch.rows().length];
      for (int i = 0; i < answer.length; i++) {
        answer[i] = watts.applyAsDouble(batch.rows()[i]);
      }
      batch.answer().complete(answer);
    } else {
      batch.answer().completeExceptionally(new ModelException(failure));
    }
  }

  synchronized List<Batch> batches() {
    return List.copyOf(batches);
  }

  Batch last() {
    return batches().get(batches().size() - 1);
  }
}
