package io.github.edgewatt.profiler.kafka.track.file;

import io.github.edgewatt.profiler.kafka.track.result.ImagePlace;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The columns of a table of results: two published generations, and all there is. */
public enum TableHeader {
  GEN_1("gen-1", false, false),
  GEN_2("gen-2", true, false),
  /** The second generation, and ours after it. */
  FULL("full", true, true);

  private final String text;
  private final boolean second;
  private final boolean ours;

  TableHeader(String text, boolean second, boolean ours) {
    this.text = text;
    this.second = second;
    this.ours = ours;
  }

  /**
   * The header of this name.
   *
   * @throws IllegalArgumentException naming what there is
   */
  public static TableHeader of(String text) {
    return Arrays.stream(values())
        .filter(header -> header.text.equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "': say gen-1, gen-2 or full"));
  }

  /** The first line; the index column is first and has no name. */
  public String line() {
    List<String> names =
        List.of(
            "",
            "source",
            "model",
            "dimensions",
            second ? "idle,pre" : "pre",
            "inf",
            "post",
            "queue",
            "start_time",
            second ? "end_time,id" : "end_time");
    return String.join(",", names)
        + (ours ? ",finish_time,detections,errors,partition,offset\n" : "\n");
  }

  /** A row; {@code index} counts from 0 in each file. */
  String row(int index, TrackedResult result) {
    StringBuilder row = new StringBuilder(160);
    row.append(index);
    cell(row, result.source());
    cell(row, result.model());
    cell(row, result.dimensions());
    if (second) {
      cell(row, result.idle());
    }
    cell(row, result.pre());
    cell(row, result.inf());
    cell(row, result.post());
    cell(row, result.queue());
    cell(row, result.startTime());
    cell(row, result.endTime());
    if (second) {
      cell(row, result.id().orElse(""));
    }
    if (ours) {
      cell(row, result.finishTime());
      row.append(',');
      result.detections().ifPresent(row::append);
      cell(row, result.errors());
      row.append(',')
          .append(result.image().map(ImagePlace::partition).map(Object::toString).orElse(""));
      row.append(',')
          .append(result.image().map(ImagePlace::offset).map(Object::toString).orElse(""));
    }
    return row.append('\n').toString();
  }

  /** Quoted where it must be, as pandas does. */
  private static void cell(StringBuilder row, String text) {
    row.append(',');
    if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
      row.append(text);
    } else {
      row.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }

  /** Empty where absent; never with an exponent, which times since the epoch would get. */
  private static void cell(StringBuilder row, double value) {
    row.append(',');
    if (!Double.isFinite(value)) {
      return;
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      row.append((long) value).append(".0");
    } else {
      row.append(BigDecimal.valueOf(value).toPlainString());
    }
  }
}
