package io.github.edgewatt.scoring.power.cache;

import io.github.edgewatt.forecaster.curve.PowerCurves;
import io.github.edgewatt.scoring.power.PowerPredictor;
import io.github.edgewatt.scoring.power.PowerQuestion;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.power.remote.PowerModel;
import io.github.edgewatt.scoring.power.remote.RemoteModels;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Answers from memory where it can, and asks each source once for the rest, all in parallel, for no
 * longer than the deadline. What is not known by then is the straight line's, with the reason; a
 * late answer serves the next caller. Safe to share between threads; may block up to the deadline,
 * so not to be called on an event loop.
 *
 * <p>A source is asked about points of a grid, and answers between them are interpolated: see
 * {@link PredictorOptions}. So the questions of all nodes of a kind share a few hundred answers,
 * and rounding never makes two of them equal.
 */
public final class CachingPredictor implements PowerPredictor, AutoCloseable {
  private final PredictorOptions options;
  private final PowerCurves curves;
  private final PowerModel model;
  private final AutoCloseable connections;
  private final LongSupplier ticker;
  private final Waiting waiting;
  private final Memory memory;
  private final LongAdder questions = new LongAdder();
  private final LongAdder missed = new LongAdder();
  private final LongAdder substituted = new LongAdder();

  private CachingPredictor(
      PredictorOptions options, PowerCurves curves, RemoteModels servers, Waiting waiting) {
    this(options, curves, servers, servers, System::nanoTime, waiting);
  }

  private CachingPredictor(
      PredictorOptions options,
      PowerCurves curves,
      PowerModel model,
      AutoCloseable connections,
      LongSupplier ticker,
      Waiting waiting) {
    this.options = options;
    this.curves = curves;
    this.model = model;
    this.connections = connections;
    this.ticker = ticker;
    this.waiting = waiting;
    this.memory = new Memory(options);
  }

  /**
   * Asks real servers.
   *
   * @param curves models of our own
   */
  public static CachingPredictor open(PredictorOptions options, PowerCurves curves) {
    return new CachingPredictor(options, curves, new RemoteModels(options.timeout()), Waiting.REAL);
  }

  /** Asks {@code model} in the place of servers. */
  static CachingPredictor asking(
      PowerModel model, PredictorOptions options, LongSupplier ticker, Waiting waiting) {
    return new CachingPredictor(options, PowerCurves.NONE, model, () -> {}, ticker, waiting);
  }

  /** Asks {@code model} in the place of servers, by the machine's clock: for benchmarks. */
  public static CachingPredictor asking(PowerModel model, PredictorOptions options) {
    return asking(model, options, System::nanoTime, Waiting.REAL);
  }

  @Override
  public List<Watts> predict(List<PowerQuestion> asked) {
    Call call = new Call(memory, curves, options, ticker);
    Watts[] answers = call.fromMemory(asked);
    if (call.travels()) {
      call.travel(model, waiting, options.deadline().toNanos());
      call.complete(asked, answers);
    }
    questions.add(answers.length);
    missed.add(call.missing());
    substituted.add(
        Arrays.stream(answers).filter(one -> one.origin() != Watts.Origin.MODEL).count());
    return Arrays.asList(answers);
  }

  /** What it has done so far. */
  public PredictorFigures figures() {
    long paused = memory.asked().stream().filter(source -> source.breaker().isOpen()).count();
    return new PredictorFigures(
        questions.sum(), missed.sum(), substituted.sum(), memory.asked().size(), paused);
  }

  /** Ends all connections. */
  @Override
  public void close() {
    try {
      connections.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot end connections to power models", e);
    }
  }

  /** How many combinations of source and temperatures it remembers. */
  long rows() {
    return memory.size();
  }
}
