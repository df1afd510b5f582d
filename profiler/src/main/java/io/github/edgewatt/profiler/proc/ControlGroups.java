package io.github.edgewatt.profiler.proc;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control groups of one process, as {@code /proc/<pid>/cgroup} lists them (cgroups(7)): a line
 * a controller in version 1, one line {@code 0::/path} in version 2. Names are compared segment by
 * segment and whole, so that one name never stands for another that contains it.
 *
 * @param paths the paths, cut at the slashes
 */
record ControlGroups(List<List<String>> paths) {

  /** {@code docker-ID.scope}, {@code cri-containerd-ID.scope}, {@code crio-ID.scope}, or the id. */
  private static final Pattern CONTAINER =
      Pattern.compile("(?:[a-z][a-z-]*-)?([0-9a-f]{64})(?:\\.scope)?");

  /** Docker prints this many characters of an id. */
  private static final int SHORTEST_ID = 12;

  /** Reads the file's text; a line of another form is passed over. */
  static ControlGroups parse(String text) {
    return new ControlGroups(
        text.lines()
            .map(line -> line.split(":", 3))
            .filter(fields -> fields.length == 3)
            .map(fields -> Arrays.stream(fields[2].split("/")).filter(s -> !s.isEmpty()).toList())
            .distinct()
            .toList());
  }

  /**
   * Whether a path holds {@code /NAMESPACE/NAME}, as faasd's do; further segments before (a node
   * that is itself a container) and after (groups the function made) do not matter.
   */
  boolean contain(String namespace, String name) {
    for (List<String> path : paths) {
      for (int i = 0; i + 1 < path.size(); i++) {
        if (path.get(i).equals(namespace) && path.get(i + 1).equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a path holds the container, by its id or the first twelve or more digits of it. */
  boolean containContainer(String id) {
    if (id.length() < SHORTEST_ID) {
      return false;
    }
    for (List<String> path : paths) {
      for (String segment : path) {
        Matcher matcher = CONTAINER.matcher(segment);
        if (matcher.matches() && matcher.group(1).startsWith(id)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a pod's container: {@code kubepods}, {@code kubepods.slice}, … on the way. */
  boolean arePods() {
    return paths.stream().flatMap(List::stream).anyMatch(segment -> segment.startsWith("kubepods"));
  }
}
