package io.github.edgewatt.profiler.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values to be combined with each other; an empty list leaves the consumers' own value.
 *
 * @param models as {@link Consumers#model}
 * @param resolutions in pixels
 * @param counts of consumers
 */
public record Sweep(List<String> models, List<Integer> resolutions, List<Integer> counts) {
  public Sweep {
    models = List.copyOf(models);
    resolutions = List.copyOf(resolutions);
    counts = List.copyOf(counts);
  }

  /** Whether there is nothing to combine. */
  public boolean isEmpty() {
    return models.isEmpty() && resolutions.isEmpty() && counts.isEmpty();
  }

  /** Every combination, models outermost; the consumers themselves where nothing is combined. */
  public List<Consumers> over(Consumers consumers) {
    List<Consumers> all = new ArrayList<>();
    for (String model : models.isEmpty() ? List.of(consumers.model()) : models) {
      for (Optional<Integer> resolution : resolutions(consumers)) {
        for (int count : counts.isEmpty() ? List.of(consumers.count()) : counts) {
          all.add(consumers.as(count, model, resolution));
        }
      }
    }
    return all;
  }

  private List<Optional<Integer>> resolutions(Consumers consumers) {
    return resolutions.isEmpty()
        ? List.of(consumers.resolution())
        : resolutions.stream().map(Optional::of).toList();
  }
}
