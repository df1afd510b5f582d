package io.github.edgewatt.nodeforecast.store;

import io.github.edgewatt.nodeforecast.store.ModelStore.ReloadLog;
import java.util.ArrayList;
import java.util.List;

/** What a store told, line by line; refusals begin with {@code !}. */
final class ReloadLines implements ReloadLog {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void serving(String line) {
    lines.add(line);
  }

  @Override
  public void refused(String line) {
    lines.add("! " + line);
  }

  List<String> taken() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }
}
