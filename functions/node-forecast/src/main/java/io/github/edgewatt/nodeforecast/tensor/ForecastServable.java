package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.question.BadQuestionException;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A trained model: rates of functions in, the node's figures with bounds out. */
public final class ForecastServable implements Servable {
  private static final String RATES = "rates";
  private static final String IDLE = "idle";
  private static final List<String> IDLE_COLUMNS =
      List.of("cpu %", "ram bytes", "ram %", "power W; NaN or null where unknown");
  private static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final String name;
  private final long version;
  private final int mostRows;
  private final CheckedForecaster forecaster;
  private final List<String> functions;
  private final NodeChoice<NodeType> nodes;
  private final List<TensorSpec> inputs;
  private final List<TensorSpec> outputs;
  private final List<String> nodeTypes;
  private final List<Output> ways = new ArrayList<>();

  /** How an output is read off a forecast. */
  private record Output(TensorSpec spec, ToDoubleFunction<Forecast> value) {}

  public ForecastServable(String name, long version, TrainedModel model, int mostRows) {
    this.name = name;
    this.version = version;
    this.mostRows = mostRows;
    forecaster = new CheckedForecaster(ModelForecaster.nodeOnly(model));
    functions = List.copyOf(new TreeMap<>(forecaster.highestRates()).keySet());
    Map<String, NodeType> byName = new TreeMap<>();
    forecaster.nodes().keySet().forEach(node -> byName.put(node.name(), node));
    nodes = new NodeChoice<>(byName);
    nodeTypes = List.copyOf(byName.keySet());
    inputs =
        List.of(
            new TensorSpec(RATES, Datatype.FP64, functions.size(), false, functions),
            new TensorSpec(NodeChoice.INPUT, Datatype.BYTES, 0, true, nodeTypes),
            new TensorSpec(IDLE, Datatype.FP64, IDLE_COLUMNS.size(), true, IDLE_COLUMNS));
    for (Figure figure : Figure.values()) {
      if (model.targets().containsKey(figure.target())) {
        add(figure, "", Interval::value);
        add(figure, "_low", Interval::low);
        add(figure, "_high", Interval::high);
      }
    }
    if (model.overload().isPresent()) {
      ways.add(
          new Output(
              TensorSpec.output("overload", Datatype.FP64, "probability"), Forecast::overload));
    }
    add("extrapolated", Warning.Kind.EXTRAPOLATED);
    add("novel", Warning.Kind.NOVEL);
    outputs = ways.stream().map(Output::spec).toList();
  }

  private void add(Figure figure, String suffix, ToDoubleFunction<Interval> side) {
    ways.add(
        new Output(
            TensorSpec.output(figure.column() + suffix, Datatype.FP64, figure.unit()),
            forecast -> {
              Interval interval = forecast.node().get(figure.target());
              return interval == null ? Double.NaN : figure.factor() * side.applyAsDouble(interval);
            }));
  }

  private void add(String name, Warning.Kind kind) {
    ways.add(
        new Output(
            TensorSpec.output(name, Datatype.BOOL, "truth"),
            forecast -> forecast.is(kind) ? 1 : 0));
  }

  @Override
  public Map<String, Tensor> answer(Question question) {
    int rows = Checks.rows(this, question.inputs(), mostRows);
    List<NodeType> asked = nodes.of(question, rows);
    double[] rates = question.inputs().get(RATES).numbers();
    Tensor idle = question.inputs().get(IDLE);
    List<Load> loads = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      loads.add(Load.of(asked.get(i), rates(rates, i), idle(idle, i)));
    }
    List<Forecast> forecasts;
    try {
      forecasts = forecaster.forecastAll(loads);
    } catch (BadQuestionException e) {
      throw Refused.bad(e.getMessage());
    }
    Map<String, Tensor> answer = new LinkedHashMap<>();
    for (Output way : ways) {
      double[] values = forecasts.stream().mapToDouble(way.value()).toArray();
      TensorSpec spec = way.spec();
      answer.put(spec.name(), Tensor.of(spec.name(), spec.datatype(), List.of(rows), values));
    }
    return answer;
  }

  private Map<String, Double> rates(double[] all, int row) {
    TreeMap<String, Double> rates = new TreeMap<>();
    for (int i = 0; i < functions.size(); i++) {
      double rate = all[row * functions.size() + i];
      if (!(rate >= 0) || Double.isInfinite(rate)) {
        throw Refused.bad(
            "rates: %s in row %d is %s: requests per second, a number of 0 or more"
                .formatted(functions.get(i), row, rate));
      }
      rates.put(functions.get(i), rate);
    }
    return rates;
  }

  private static Idle idle(Tensor idle, int row) {
    if (idle == null) {
      return UNKNOWN;
    }
    int from = idle.rows() == 1 ? 0 : row * IDLE_COLUMNS.size();
    double[] told = Arrays.copyOfRange(idle.numbers(), from, from + IDLE_COLUMNS.size());
    for (double figure : told) {
      if (figure < 0 || Double.isInfinite(figure)) {
        throw Refused.bad("idle: " + figure + " in row " + row + ": a number of 0 or more, or NaN");
      }
    }
    return new Idle(told[0], told[1], told[2], told[3]);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public String platform() {
    return "edgewatt_forecast";
  }

  @Override
  public List<TensorSpec> inputs() {
    return inputs;
  }

  @Override
  public List<TensorSpec> outputs() {
    return outputs;
  }

  @Override
  public List<String> nodeTypes() {
    return nodeTypes;
  }
}
