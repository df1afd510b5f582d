package io.github.edgewatt.forecaster.model.train;

import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.profile.Profiles;
import java.util.List;

/**
 * What a model is trained on.
 *
 * @param observations configurations with figures of the node; each loaded function has a profile
 * @param profiles what functions cost alone
 */
public record TrainingSet(List<Observation> observations, Profiles profiles) {
  public TrainingSet {
    observations = List.copyOf(observations);
  }

  /** The same profiles with other observations. */
  public TrainingSet with(List<Observation> others) {
    return new TrainingSet(others, profiles);
  }
}
