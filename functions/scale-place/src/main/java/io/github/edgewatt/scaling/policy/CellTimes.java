package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An instant for functions in zones as an array, seen as the map by {@code f zone} that a memory
 * is: names are put together only where somebody reads it as one.
 */
final class CellTimes extends AbstractMap<String, Instant> {
  private final List<String> functions;
  private final List<String> zones;
  private final Instant[] times;
  private final Map<String, Instant> others;
  private final int size;

  /**
   * @param times at f x zones + zone, null where there is none; not copied
   * @param others of functions and zones that {@code index} does not have
   */
  CellTimes(SnapshotIndex index, Instant[] times, Map<String, Instant> others) {
    functions = index.functions();
    zones = index.zones();
    this.times = times;
    this.others = Map.copyOf(others);
    size = (int) Arrays.stream(times).filter(Objects::nonNull).count() + others.size();
  }

  /** Times by the numbers of {@code index}; {@code rest} takes those it has no numbers for. */
  static Instant[] on(
      SnapshotIndex index, Map<String, Instant> known, BiConsumer<String, Instant> rest) {
    if (known instanceof CellTimes cells
        && cells.functions.equals(index.functions())
        && cells.zones.equals(index.zones())) {
      cells.others.forEach(rest);
      return cells.times.clone();
    }
    Instant[] times = new Instant[index.functions().size() * index.zones().size()];
    known.forEach(
        (key, at) -> {
          int space = key.indexOf(' ');
          int function = space < 0 ? -1 : index.function(key.substring(0, space));
          int zone = function < 0 ? -1 : index.zone(key.substring(space + 1));
          if (zone < 0) {
            rest.accept(key, at);
          } else {
            times[function * index.zones().size() + zone] = at;
          }
        });
    return times;
  }

  @Override
  public Set<Entry<String, Instant>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Instant>> iterator() {
        return Stream.concat(
                IntStream.range(0, times.length)
                    .filter(cell -> times[cell] != null)
                    .mapToObj(cell -> Map.entry(key(cell), times[cell])),
                others.entrySet().stream())
            .iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private String key(int cell) {
    return functions.get(cell / zones.size()) + " " + zones.get(cell % zones.size());
  }
}
