package io.github.edgewatt.workloads.http;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * One function as the route calls it.
 *
 * @param inputType what a JSON body is read into
 * @param ofText input from a plain-text body: the function's main field
 * @param call the Funqy function; computes on the subscriber's thread, or waits without one
 */
record Served<I>(Class<I> inputType, Function<String, I> ofText, Function<I, Uni<?>> call) {

  static <I> Served<I> computing(
      Class<I> inputType, Function<String, I> ofText, Function<I, Object> call, Workers workers) {
    return new Served<>(
        inputType,
        ofText,
        input -> Uni.createFrom().item(() -> call.apply(input)).runSubscriptionOn(workers));
  }

  static <I> Served<I> waiting(
      Class<I> inputType, Function<String, I> ofText, Function<I, Uni<?>> call) {
    return new Served<>(inputType, ofText, call);
  }
}
