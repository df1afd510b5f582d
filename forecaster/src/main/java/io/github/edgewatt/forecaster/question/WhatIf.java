package io.github.edgewatt.forecaster.question;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a table of configurations, one a line, of any length: it is read twice, first to be
 * checked as a whole, then to be answered in batches, and never held.
 */
public final class WhatIf {
  /** Configurations that are asked for at a time. */
  public static final int BATCH = 10_000;

  private final CheckedForecaster forecaster;
  private final Optional<NodeType> node;
  private final Idle idle;

  /**
   * @param node the kind of node of lines that do not say
   * @param idle the figures at rest of lines that do not say; NaN where the model's stand in
   */
  public WhatIf(CheckedForecaster forecaster, Optional<NodeType> node, Idle idle) {
    this.forecaster = forecaster;
    this.node = node;
    this.idle = idle;
  }

  /** Takes lines of the answer, without line end. */
  public interface LineSink {
    void accept(String line) throws IOException;
  }

  /**
   * What was answered.
   *
   * @param configurations how many
   * @param extrapolated how many of them lie beyond what was measured
   * @param novel how many of them are unlike what was trained on
   */
  public record Summary(long configurations, long extrapolated, long novel) {
    @Override
    public String toString() {
      return "%d configuration%s: %d beyond the measured range, %d novel"
          .formatted(configurations, configurations == 1 ? "" : "s", extrapolated, novel);
    }
  }

  /**
   * Reads all of {@code in} and asks nothing yet.
   *
   * @throws BadQuestionException where there is no usable line or one that is not: its number, what
   *     is wrong, and how many more there are
   */
  public void check(Reader in) throws IOException {
    CsvLines lines = new CsvLines(in);
    WhatIfColumns columns = columns(lines);
    long good = 0;
    long bad = 0;
    String first = "";
    for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
      try {
        columns.load(line.text(), node, idle);
        good++;
      } catch (BadQuestionException e) {
        first = bad++ == 0 ? at(line, e) : first;
      }
    }
    if (bad > 0) {
      String more = bad == 1 ? "" : "; %d more lines cannot be used".formatted(bad - 1);
      throw new BadQuestionException(first + more + "; nothing was written");
    }
    if (good == 0) {
      throw new BadQuestionException("no configurations below the header");
    }
  }

  /**
   * Answers all of {@code in}: a header, then a line a configuration with its own cells first.
   *
   * @throws BadQuestionException as {@link #check} does, for the first line that cannot be used
   */
  public Summary csv(Reader in, LineSink out) throws IOException {
    Tally tally = new Tally();
    CsvLines lines = new CsvLines(in);
    WhatIfColumns columns =
        columns(
            lines, header -> out.accept(header + "," + String.join(",", ForecastColumns.NAMES)));
    answer(
        lines,
        columns,
        (line, forecast) -> {
          tally.add(forecast);
          out.accept(line.text() + "," + ForecastColumns.cells(forecast));
        });
    return tally.summary();
  }

  /** Answers all of {@code in}, a JSON object a line; otherwise as {@link #csv}. */
  public Summary json(Reader in, LineSink out) throws IOException {
    Tally tally = new Tally();
    CsvLines lines = new CsvLines(in);
    WhatIfColumns columns = columns(lines);
    answer(
        lines,
        columns,
        (line, forecast) -> {
          tally.add(forecast);
          out.accept(JsonText.line(json(line, forecast)));
        });
    return tally.summary();
  }

  private static Map<String, Object> json(CsvLines.Line line, Forecast forecast) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", line.number());
    json.put("node", forecast.load().node().name());
    json.put("rates", forecast.load().rates());
    ForecastJson.add(forecast, json);
    return json;
  }

  private interface AnswerSink {
    void accept(CsvLines.Line line, Forecast forecast) throws IOException;
  }

  private void answer(CsvLines lines, WhatIfColumns columns, AnswerSink sink) throws IOException {
    List<CsvLines.Line> batch = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
      batch.add(line);
      try {
        loads.add(columns.load(line.text(), node, idle));
      } catch (BadQuestionException e) {
        throw new BadQuestionException(at(line, e));
      }
      if (batch.size() == BATCH) {
        flush(batch, loads, sink);
      }
    }
    flush(batch, loads, sink);
  }

  private void flush(List<CsvLines.Line> batch, List<Load> loads, AnswerSink sink)
      throws IOException {
    List<Forecast> forecasts = forecaster.forecastAll(loads);
    for (int i = 0; i < batch.size(); i++) {
      sink.accept(batch.get(i), forecasts.get(i));
    }
    batch.clear();
    loads.clear();
  }

  private WhatIfColumns columns(CsvLines lines) throws IOException {
    return columns(lines, header -> {});
  }

  private WhatIfColumns columns(CsvLines lines, LineSink header) throws IOException {
    CsvLines.Line line = lines.next();
    if (line == null) {
      throw new BadQuestionException("empty file: a header and a line a configuration are needed");
    }
    WhatIfColumns columns = new WhatIfColumns(forecaster, line.text());
    header.accept(line.text());
    return columns;
  }

  private static String at(CsvLines.Line line, BadQuestionException e) {
    return "line " + line.number() + ": " + e.getMessage();
  }

  /** Counts while answers pass. */
  private static final class Tally {
    private long configurations;
    private long extrapolated;
    private long novel;

    void add(Forecast forecast) {
      configurations++;
      extrapolated += forecast.is(Warning.Kind.EXTRAPOLATED) ? 1 : 0;
      novel += forecast.is(Warning.Kind.NOVEL) ? 1 : 0;
    }

    Summary summary() {
      return new Summary(configurations, extrapolated, novel);
    }
  }
}
