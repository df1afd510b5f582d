package io.github.edgewatt.scoring.climate;

import java.util.concurrent.CompletableFuture;

/** Fetches a node's page. */
@FunctionalInterface
interface Pages {
  /**
   * The page of the exporter at {@code address}. Returns at once and completes within its own
   * deadline; a failure's message is one line.
   */
  CompletableFuture<String> fetch(String address);
}
