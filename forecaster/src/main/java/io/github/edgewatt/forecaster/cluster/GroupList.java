package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which functions belong together, as a group list has it: under the groups' indices ({@code "0"}),
 * as upstream's notebooks write and read it, under their names ({@code "HIGH_USAGE"}), as the DFaaS
 * agent reads it, or under both.
 *
 * @param groups key to functions, in the file's order
 */
public record GroupList(Map<String, List<String>> groups) {
  /** Which keys a list has. */
  public enum Keys {
    INDICES,
    NAMES,
    BOTH
  }

  public GroupList {
    LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>();
    groups.forEach((key, functions) -> copy.put(key, List.copyOf(functions)));
    groups = Collections.unmodifiableMap(copy);
  }

  /** The groups as they were made. */
  public static GroupList of(GroupModel model, Keys keys) {
    LinkedHashMap<String, List<String>> groups = new LinkedHashMap<>();
    if (keys != Keys.NAMES) {
      model.groups().forEach(g -> groups.put(Integer.toString(g.index()), model.members(g)));
    }
    if (keys != Keys.INDICES) {
      TreeMap<String, List<String>> byName = new TreeMap<>();
      model.groups().forEach(group -> byName.put(group.key(), model.members(group)));
      groups.putAll(byName);
    }
    return new GroupList(groups);
  }

  /**
   * Each listed function's group. Keys that the model does not know are passed over.
   *
   * @throws DatasetException where a function stands in two groups
   */
  public Map<String, Group> byFunction(GroupModel model) throws DatasetException {
    TreeMap<String, Group> byFunction = new TreeMap<>();
    for (Map.Entry<String, List<String>> entry : groups.entrySet()) {
      Group group = groupOf(entry.getKey(), model);
      if (group == null) {
        continue;
      }
      for (String function : entry.getValue()) {
        Group before = byFunction.putIfAbsent(function, group);
        if (before != null && before.index() != group.index()) {
          throw new DatasetException(
              function
                  + " stands in the groups "
                  + before.name()
                  + " and "
                  + group.name()
                  + ": take it out of one");
        }
      }
    }
    return byFunction;
  }

  /** This list under the groups' names. */
  public GroupList named(GroupModel model) throws DatasetException {
    TreeMap<String, List<String>> named = new TreeMap<>();
    model.groups().forEach(group -> named.put(group.key(), new ArrayList<>()));
    byFunction(model).forEach((function, group) -> named.get(group.key()).add(function));
    return new GroupList(named);
  }

  /** This list with {@code function} in {@code group} and in no other, under the keys it has. */
  public GroupList with(String function, Group group) {
    LinkedHashMap<String, List<String>> changed = new LinkedHashMap<>();
    groups.forEach((key, functions) -> changed.put(key, without(functions, function)));
    List<String> keys = new ArrayList<>();
    boolean indices = groups.keySet().stream().anyMatch(GroupList::isIndex);
    boolean names = groups.keySet().stream().anyMatch(key -> !isIndex(key));
    if (indices || !names) {
      keys.add(Integer.toString(group.index()));
    }
    if (names) {
      keys.add(groups.containsKey(group.name()) ? group.name() : group.key());
    }
    for (String key : keys) {
      List<String> now = new ArrayList<>(changed.getOrDefault(key, List.of()));
      // A function that was there already keeps its place: nothing changes, nothing is rewritten.
      boolean there = groups.getOrDefault(key, List.of()).contains(function);
      changed.put(key, there ? groups.get(key) : plus(now, function));
    }
    return new GroupList(changed);
  }

  private static boolean isIndex(String key) {
    return key.matches("\\d+");
  }

  private static Group groupOf(String key, GroupModel model) {
    for (Group group : model.groups()) {
      if (key.equals(Integer.toString(group.index()))
          || key.equals(group.name())
          || key.equals(group.key())) {
        return group;
      }
    }
    return null;
  }

  private static List<String> without(List<String> functions, String function) {
    return functions.stream().filter(name -> !name.equals(function)).toList();
  }

  private static List<String> plus(List<String> functions, String function) {
    functions.add(function);
    return functions;
  }
}
