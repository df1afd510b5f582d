package io.github.edgewatt.nodeforecast.dfaas;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.store.LoadedModel;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import io.github.edgewatt.nodeforecast.tensor.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code GET /} and {@code GET} or {@code POST /cpu_usage_node}, {@code /ram_usage_node}, {@code
 * /power_usage_node}, {@code /node_usage}, with the rates in the body.
 */
public final class DfaasProtocol implements Protocol {
  /** Why an answer may not be trusted: upstream's body has no place for it. */
  public static final String WARNINGS = "Edgewatt-Warnings";

  private static final String ALL = "node_usage";
  private static final List<Figure> ANSWERED = List.of(Figure.CPU, Figure.RAM, Figure.POWER);
  private static final int DECIMALS = 2;
  private static final int LONGEST_WARNING = 1_000;

  private final Supplier<Snapshot> models;
  private final ModelsType type;
  private final Map<String, List<String>> groups;

  /**
   * @param groups a group list's keys and functions, for models that were not trained with groups
   */
  public DfaasProtocol(
      Supplier<Snapshot> models, ModelsType type, Map<String, List<String>> groups) {
    this.models = models;
    this.type = type;
    this.groups = Map.copyOf(groups);
  }

  /** The paths that are answered, without their slash. */
  public static List<String> paths() {
    return List.of("", Figure.CPU.column(), Figure.RAM.column(), Figure.POWER.column(), ALL);
  }

  @Override
  public Reply answer(Call call) {
    Snapshot snapshot = models.get();
    if (call.path().isEmpty()) {
      call.allow("GET");
      snapshot
          .missing()
          .ifPresent(
              why -> {
                throw new Refused(503, why);
              });
      return Reply.text("DFaaS Forecaster ready.");
    }
    call.allow("GET", "POST");
    LoadedModel model = snapshot.model(call.query().getOrDefault("model", ""));
    String path = call.path().get(0);
    List<Figure> wanted =
        path.equals(ALL)
            ? ANSWERED
            : ANSWERED.stream().filter(figure -> figure.column().equals(path)).toList();
    RateQuestion question = RateQuestion.read(Json.read(call.body()), model, groups);
    Forecast forecast = model.nodeOnly().forecast(question.load());
    if (wanted.size() == 1 && !forecast.node().containsKey(wanted.get(0).target())) {
      throw new Refused(404, "model " + model.name() + " forecasts no " + path + " for this node");
    }
    Reply reply = Reply.json(200, Json.write(generator -> write(generator, wanted, forecast)));
    String warnings = warnings(question, forecast);
    return warnings.isEmpty() ? reply : reply.with(WARNINGS, warnings);
  }

  private void write(JsonGenerator generator, List<Figure> wanted, Forecast forecast)
      throws IOException {
    generator.writeStartArray();
    generator.writeStartObject();
    for (Figure figure : wanted) {
      generator.writeFieldName(figure.column());
      Interval interval = forecast.node().get(figure.target());
      double value = interval == null ? Double.NaN : figure.factor() * type.of(interval);
      Json.number(generator, rounded(value));
    }
    generator.writeEndObject();
    generator.writeEndArray();
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }

  /** Which functions make up a group's rate nobody told, so that they are novel tells nothing. */
  private static String warnings(RateQuestion question, Forecast forecast) {
    String all =
        forecast.warnings().stream()
            .filter(warning -> !question.grouped() || warning.kind() != Warning.Kind.NOVEL)
            .map(warning -> warning.kind().name().toLowerCase(Locale.ROOT) + ": " + warning.what())
            .collect(Collectors.joining("; "));
    String ascii = all.replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.length() > LONGEST_WARNING ? ascii.substring(0, LONGEST_WARNING) : ascii;
  }
}
