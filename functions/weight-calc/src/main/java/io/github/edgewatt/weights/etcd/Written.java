package io.github.edgewatt.weights.etcd;

import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.List;
import java.util.Optional;

/**
 * What one round changed in etcd.
 *
 * @param changed weights that were written, as others stood there or none
 * @param removed keys that were removed
 * @param conflicts transactions that found a key changed by somebody else
 * @param problems weights that could not be written, one line each
 * @param failure why not everything was written; empty where it was
 */
public record Written(
    List<ZoneWeights> changed,
    List<String> removed,
    int conflicts,
    List<String> problems,
    Optional<RuntimeException> failure) {
  public Written {
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    problems = List.copyOf(problems);
  }
}
