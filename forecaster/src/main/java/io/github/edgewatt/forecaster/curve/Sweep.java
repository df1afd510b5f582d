package io.github.edgewatt.forecaster.curve;

import io.github.edgewatt.forecaster.curve.PowerCurve.Point;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Interval;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;

/** Pairs of CPU and power that a model forecasts for one kind of node, and the curve they make. */
final class Sweep {
  private static final double PERCENT = 100;

  private final NodeType node;
  private final double restShare;
  private final double restWatts;
  private final Bins trained = new Bins();
  private final Bins novel = new Bins();

  private Sweep(NodeType node, Idle rest) {
    this.node = node;
    this.restShare = rest.cpuPercent() / (PERCENT * node.cores());
    this.restWatts = rest.powerWatts();
  }

  static Sweep of(TrainedModel model, NodeType node) {
    Idle rest = model.nodes().get(node);
    if (!model.targets().containsKey(Target.POWER)) {
      throw new IllegalArgumentException(
          "the model forecasts no power: train it on measurements with a power meter");
    }
    if (rest == null) {
      List<String> known = model.nodes().keySet().stream().map(NodeType::name).toList();
      throw new IllegalArgumentException(
          "the model knows no node type "
              + node.name()
              + " with "
              + node.cores()
              + " cores; it knows "
              + String.join(", ", known));
    }
    Sweep sweep = new Sweep(node, rest);
    if (!(sweep.restShare >= 0 && sweep.restShare < 1 && sweep.restWatts >= 0)
        || Double.isInfinite(sweep.restWatts)) {
      throw new IllegalArgumentException(
          "the model does not know what " + node.name() + " uses and draws at rest");
    }
    ModelForecaster forecaster = ModelForecaster.nodeOnly(model);
    forecaster.forecastAll(Mixes.of(model, node, forecaster.highestRates())).forEach(sweep::add);
    return sweep;
  }

  private void add(Forecast forecast) {
    Interval cpu = forecast.node().get(Target.CPU);
    Interval power = forecast.node().get(Target.POWER);
    if (cpu == null || power == null || forecast.is(Warning.Kind.EXTRAPOLATED)) {
      return;
    }
    double share = cpu.value() / (PERCENT * node.cores());
    if (Double.isFinite(share) && Double.isFinite(power.value())) {
      (forecast.is(Warning.Kind.NOVEL) ? novel : trained).add(share, power.value());
    }
  }

  PowerCurve curve() {
    List<Point> means = trained.meansAbove(restShare);
    if (means.isEmpty()) {
      means = novel.meansAbove(restShare);
    }
    if (means.isEmpty()) {
      throw new IllegalArgumentException(
          "the model forecasts no load that raises the CPU of " + node.name());
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, restWatts));
    if (restShare > 0) {
      points.add(new Point(restShare, restWatts));
    }
    for (Point point : Isotonic.of(means)) {
      points.add(new Point(point.cpuShare(), Math.max(restWatts, point.watts())));
    }
    Point last = points.get(points.size() - 1);
    if (last.cpuShare() < 1) {
      double slope = (last.watts() - restWatts) / (last.cpuShare() - restShare);
      points.add(new Point(1, last.watts() + slope * (1 - last.cpuShare())));
    }
    return new PowerCurve(node, means.get(means.size() - 1).cpuShare(), points);
  }
}
