package io.github.edgewatt.forecaster.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What functions cost alone, on one kind of node.
 *
 * @param cores the cores of the node they were measured on
 * @param functions by name
 */
public record Profiles(int cores, Map<String, CostProfile> functions) {
  public Profiles {
    functions = Collections.unmodifiableMap(new TreeMap<>(functions));
  }

  /** The same with {@code profile}, in the place of another of the same function. */
  public Profiles with(CostProfile profile) {
    Map<String, CostProfile> changed = new TreeMap<>(functions);
    changed.put(profile.function(), profile);
    return new Profiles(cores, changed);
  }

  /** Whether {@code function} was measured alone. */
  public boolean knows(String function) {
    return functions.containsKey(function);
  }

  /** The profile of {@code function}; an {@link IllegalArgumentException} where there is none. */
  public CostProfile of(String function) {
    CostProfile profile = functions.get(function);
    if (profile == null) {
      throw new IllegalArgumentException("no measurement of " + function + " alone");
    }
    return profile;
  }
}
