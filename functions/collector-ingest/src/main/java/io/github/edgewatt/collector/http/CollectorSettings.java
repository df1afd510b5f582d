package io.github.edgewatt.collector.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the command line settles, and a few things it does not. */
@ConfigMapping(prefix = CollectorSettings.PREFIX)
public interface CollectorSettings {
  String PREFIX = "edgewatt.collector";

  /** The one node this collector serves; without it each event names its own. */
  Optional<String> node();

  /** Whether nodes are written at all. */
  @WithDefault("true")
  boolean kubernetes();

  /** Instead of {@code KUBECONFIG}, the home's, and the service account's. */
  Optional<Path> kubeconfig();

  /** Holds the token callers have to show. */
  Optional<Path> tokenFile();

  /** How many nodes may report where each event names its own. */
  @WithDefault("1000")
  int mostNodes();

  /** The longest time from a change to its writing. */
  @WithDefault("10s")
  Duration interval();

  /** After how long a node without changes is written all the same. */
  @WithDefault("60s")
  Duration heartbeat();
}
