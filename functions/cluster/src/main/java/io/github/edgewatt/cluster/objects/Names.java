package io.github.edgewatt.cluster.objects;

import java.util.Optional;

/** How the names in metrics are those of nodes and pods. Safe to use from several threads. */
public interface Names {
  /** Nothing is known: every name is taken as it is, pods by their name alone. */
  Names AS_TOLD =
      new Names() {
        @Override
        public Optional<String> node(String nameOrAddress) {
          return Optional.of(nameOrAddress);
        }

        @Override
        public Optional<String> pod(String namespace, String name) {
          return Optional.of(name);
        }

        @Override
        public Optional<String> onlyZone() {
          return Optional.empty();
        }
      };

  /** The node of a name or address; empty where there is none. */
  Optional<String> node(String nameOrAddress);

  /**
   * The UID of a pod, or its name where UIDs are not known; empty where there is no such pod.
   *
   * @param namespace its namespace; empty where not told
   */
  Optional<String> pod(String namespace, String name);

  /** The zone of all nodes; empty where there are several or none. */
  Optional<String> onlyZone();
}
