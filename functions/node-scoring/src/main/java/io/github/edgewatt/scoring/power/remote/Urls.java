package io.github.edgewatt.scoring.power.remote;

import io.github.edgewatt.scoring.power.PowerSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import okhttp3.HttpUrl;

/** What both REST protocols share. */
final class Urls {
  /** Reads an answer. */
  interface Reading {
    double[] read() throws ModelException;
  }

  private Urls() {}

  static HttpUrl.Builder of(PowerSource source) {
    return new HttpUrl.Builder().scheme("http").host(source.host()).port(source.port());
  }

  /** The figures, or a failure with the reading's own reason. */
  static CompletionStage<double[]> checked(Reading reading) {
    try {
      return CompletableFuture.completedFuture(reading.read());
    } catch (ModelException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
