package io.github.edgewatt.weights.policy;

import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Response times as arrays by function, seen as the map by {@code f zone address} that a memory is:
 * names are put together only where somebody reads it as one, as who records a round does. Asking
 * for a single name goes through all of them.
 */
final class Remembered extends AbstractMap<String, ResponseTime> {
  private static final int KEY_PARTS = 3;

  private final List<String> zones;
  private final List<FunctionTimes> functions;
  private final int size;

  /**
   * @param zones the zones that {@code functions} number
   */
  Remembered(List<String> zones, List<FunctionTimes> functions) {
    this.zones = List.copyOf(zones);
    this.functions = List.copyOf(functions);
    size = functions.stream().mapToInt(FunctionTimes::size).sum();
  }

  /** Of any memory; names that are none are left out. */
  static Remembered of(Map<String, ResponseTime> times) {
    if (times instanceof Remembered remembered) {
      return remembered;
    }
    Map<String, Integer> zones = new LinkedHashMap<>();
    Map<String, FunctionTimes.Builder> functions = new LinkedHashMap<>();
    times.forEach(
        (key, time) -> {
          String[] parts = key.split(" ", KEY_PARTS);
          if (parts.length == KEY_PARTS) {
            int zone = zones.computeIfAbsent(parts[1], name -> zones.size());
            functions
                .computeIfAbsent(parts[0], name -> new FunctionTimes.Builder(name, 1))
                .add(zone, parts[2], time);
          }
        });
    return new Remembered(
        List.copyOf(zones.keySet()),
        functions.values().stream().map(FunctionTimes.Builder::build).toList());
  }

  List<String> zones() {
    return zones;
  }

  List<FunctionTimes> functions() {
    return functions;
  }

  @Override
  public Set<Entry<String, ResponseTime>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, ResponseTime>> iterator() {
        return functions.stream()
            .flatMap(one -> IntStream.range(0, one.size()).mapToObj(i -> entry(one, i)))
            .iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private Entry<String, ResponseTime> entry(FunctionTimes of, int i) {
    return Map.entry(of.function() + " " + zones.get(of.zone(i)) + " " + of.address(i), of.time(i));
  }
}
