package io.github.edgewatt.dataset.table;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a row of a foreign file does not say of itself, taken from where it stands.
 *
 * @param id {@code <file>:<line>}
 * @param startedAt the time in the file's name, read as UTC; the epoch where it has none
 * @param repeats counts the rows of each configuration so far
 */
public record Origin(String id, Instant startedAt, Map<Configuration, Integer> repeats) {

  MeasurementRow row(MeasurementRow.Kind kind, List<FunctionRow> functions, NodeRow node) {
    MeasurementRow first =
        new MeasurementRow(id, kind, 1, startedAt, functions, node, Verdict.valid());
    int repeat = repeats.merge(first.configuration(), 1, Integer::sum);
    return repeat == 1
        ? first
        : new MeasurementRow(id, kind, repeat, startedAt, functions, node, Verdict.valid());
  }
}
