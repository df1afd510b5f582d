package io.github.edgewatt.collector.window;

import java.util.List;

/**
 * All bitstreams that were loaded at a time, as a client told.
 *
 * @param ids their identifiers; may be none
 * @param atMillis when, Unix time in ms
 */
public record Loaded(List<String> ids, long atMillis) {
  public Loaded {
    ids = List.copyOf(ids);
  }
}
