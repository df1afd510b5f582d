package io.github.edgewatt.weights.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import java.util.Optional;

/** What this process knows of itself. */
public interface State {
  /** All of it, without the snapshot. */
  ObjectNode json();

  /** The cluster now; empty where this process does not look at one. */
  Optional<Snapshot> snapshot();
}
