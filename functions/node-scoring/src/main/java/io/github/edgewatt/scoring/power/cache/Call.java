package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scoring.power.PowerPoint;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.power.cache.AskedSource.Spot;
import io.github.edgewatt.scoring.power.remote.PowerModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** The answers to one caller's questions: first from memory, then what had to be asked. */
final class Call {
  private static final double RENEW_AT = 0.8;

  /** A question that memory could not answer. */
  private record Missing(int index, Trip trip, Row row) {}

  private final Memory memory;
  private final PowerCurves curves;
  private final LongSupplier ticker;
  private final long startedNanos;
  private final long keepNanos;
  private final long renewNanos;
  private final long badNanos;
  private final List<Missing> missing = new ArrayList<>();
  private final Map<AskedSource, Trip> trips = new LinkedHashMap<>();
  private PowerSource lastSource;
  private PowerPoint lastPoint;
  private AskedSource lastAsked;
  private Row lastRow;

  Call(Memory memory, PowerCurves curves, PredictorOptions options, LongSupplier ticker) {
    this.memory = memory;
    this.curves = curves;
    this.ticker = ticker;
    this.startedNanos = ticker.getAsLong();
    this.keepNanos = options.keep().toNanos();
    this.renewNanos = (long) (RENEW_AT * keepNanos);
    this.badNanos = Math.min(keepNanos, options.pause().toNanos());
  }

  /** The answers; those that memory has not got are null. */
  Watts[] fromMemory(List<PowerQuestion> questions) {
    Watts[] answers = new Watts[questions.size()];
    int index = 0;
    for (PowerQuestion question : questions) {
      answers[index] = answer(index, question.source(), question.point());
      index++;
    }
    return answers;
  }

  /** Whether anything has to be asked, be it only to renew what memory holds. */
  boolean travels() {
    return !trips.isEmpty();
  }

  int missing() {
    return missing.size();
  }

  /** Asks, and waits for what is missing, but for no longer than to the deadline. */
  void travel(PowerModel model, Waiting waiting, long deadlineNanos) {
    trips.values().forEach(trip -> trip.leave(model));
    CompletableFuture<?>[] awaited =
        trips.values().stream()
            .flatMap(trip -> trip.awaited().stream())
            .map(Flight::landed)
            .toArray(CompletableFuture<?>[]::new);
    if (Arrays.stream(awaited).anyMatch(flight -> !flight.isDone())) {
      long spent = ticker.getAsLong() - startedNanos;
      waiting.upTo(CompletableFuture.allOf(awaited), deadlineNanos - spent);
      trips.values().forEach(Trip::waited);
    }
  }

  /** Fills in what was missing: from what has come meanwhile, else from the straight line. */
  void complete(List<PowerQuestion> questions, Watts[] answers) {
    Map<Trip, String> reasons = new HashMap<>();
    for (Missing one : missing) {
      PowerQuestion question = questions.get(one.index());
      double use = question.point().cpu();
      int low = one.row().lowStep(use);
      Cell lowCell = one.row().at(low);
      Cell highCell = one.row().at(one.row().highStep(use));
      answers[one.index()] =
          fresh(lowCell) && fresh(highCell)
              ? between(one.trip().source(), question.point(), one.row(), lowCell, highCell)
              : StraightLine.instead(
                  question.source(),
                  question.point(),
                  reasons.computeIfAbsent(one.trip(), Trip::why));
    }
  }

  private Watts answer(int index, PowerSource source, PowerPoint point) {
    return switch (source.kind()) {
      case LINE -> StraightLine.alone(source, point);
      case MODEL -> ofCurve(source, point);
      case TENSORFLOW_GRPC, TENSORFLOW_REST, OPEN_INFERENCE -> remembered(index, source, point);
    };
  }

  private Watts ofCurve(PowerSource source, PowerPoint point) {
    double watts =
        curves.of(source.name()).map(curve -> curve.watts(point.cpu())).orElse(Double.NaN);
    return Double.isFinite(watts)
        ? new Watts(watts, Watts.Origin.MODEL, "")
        : StraightLine.instead(source, point, "no model for a node type " + source.name());
  }

  private Watts remembered(int index, PowerSource source, PowerPoint point) {
    if (!Row.covers(point.cpu())) {
      return StraightLine.instead(
          source, point, "a CPU use that no model is asked: " + point.cpu());
    }
    if (!source.equals(lastSource)) {
      lastAsked = memory.asked(source);
      lastSource = source;
      lastPoint = null;
    }
    if (!sameRow(lastPoint, point)) {
      if (!RowKey.complete(lastAsked, point)) {
        lastPoint = null;
        return StraightLine.instead(source, point, "a temperature that its model asks is unknown");
      }
      lastRow = memory.row(RowKey.of(lastAsked, point));
      lastPoint = point;
    }
    int low = lastRow.lowStep(point.cpu());
    int high = lastRow.highStep(point.cpu());
    Cell lowCell = lastRow.at(low);
    Cell highCell = lastRow.at(high);
    if (fresh(lowCell) && fresh(highCell)) {
      renew(low, lowCell);
      renew(high, highCell);
      return between(lastAsked, point, lastRow, lowCell, highCell);
    }
    Trip trip = trip();
    if (!fresh(lowCell)) {
      trip.want(new Spot(lastRow, low));
    }
    if (!fresh(highCell)) {
      trip.want(new Spot(lastRow, high));
    }
    missing.add(new Missing(index, trip, lastRow));
    return null;
  }

  private static boolean sameRow(PowerPoint one, PowerPoint other) {
    return one != null
        && same(one.ambient(), other.ambient())
        && same(one.cpu1(), other.cpu1())
        && same(one.cpu2(), other.cpu2())
        && same(one.ambientCelsius(), other.ambientCelsius())
        && same(one.cores(), other.cores());
  }

  /** As equal as keys are: what is not known is the same as what is not known. */
  private static boolean same(double one, double other) {
    return one == other || (Double.isNaN(one) && Double.isNaN(other));
  }

  private Trip trip() {
    return trips.computeIfAbsent(lastAsked, source -> new Trip(source, ticker));
  }

  private void renew(int step, Cell cell) {
    if (startedNanos - cell.atNanos() >= renewNanos && cell.why().isEmpty()) {
      trip().renew(new Spot(lastRow, step));
    }
  }

  private boolean fresh(Cell cell) {
    return cell != null
        && startedNanos - cell.atNanos() < (cell.why().isEmpty() ? keepNanos : badNanos);
  }

  private static Watts between(
      AskedSource asked, PowerPoint point, Row row, Cell lowCell, Cell highCell) {
    double watts = row.between(point.cpu(), row.lowStep(point.cpu()), lowCell, highCell);
    if (Double.isFinite(watts)) {
      return new Watts(watts, Watts.Origin.MODEL, "");
    }
    String why = lowCell.why().isEmpty() ? highCell.why() : lowCell.why();
    return StraightLine.instead(asked.source(), point, asked.shown() + ": " + why);
  }
}
