package io.github.edgewatt.profiler.proc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The processes of a function or a container on this node, in the node's own numbering, by control
 * group: the watchdog and all it forks, every replica. Names match whole.
 *
 * @param proc the node's {@code /proc}; from within a container mount the host's and name it here
 */
public record ContainerProcesses(Proc proc) {
  public ContainerProcesses {
    Objects.requireNonNull(proc, "proc is null");
  }

  /** Of this machine. */
  public static ContainerProcesses ofThisMachine() {
    return new ContainerProcesses(Proc.ofThisMachine());
  }

  /**
   * All processes of a function: under faasd those whose control group is {@code /NAMESPACE/NAME},
   * under Kubernetes those of pods of the Deployment {@code NAME}, told by the pod's host name. A
   * pod does not tell its namespace to its processes, so there the namespace is not looked at.
   *
   * @return parents first where they are related; empty when the function has none here, or when
   *     this process may not look at them
   */
  public List<ProcStat> ofFunction(String namespace, String name) {
    return matching(
        process ->
            groups(process).contain(namespace, name)
                || (groups(process).arePods() && isPodOf(process, name)));
  }

  /**
   * All processes of a container.
   *
   * @param id as Docker, containerd or Kubernetes give it ({@code containerd://…} too), whole or at
   *     least twelve digits of it
   */
  public List<ProcStat> ofContainer(String id) {
    String digits = id.substring(id.lastIndexOf('/') + 1);
    return matching(process -> groups(process).containContainer(digits));
  }

  /** The process ids of {@link #ofFunction}, for a meter that names processes by number. */
  public Set<Long> pids(String namespace, String name) {
    return ofFunction(namespace, name).stream()
        .map(ProcStat::pid)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The processes of {@link #ofFunction} without those that another of them started: one a replica,
   * in order of their numbers.
   */
  public List<Long> roots(String namespace, String name) {
    List<ProcStat> all = ofFunction(namespace, name);
    Set<Long> children = new HashSet<>();
    for (ProcStat process : all) {
      ProcessTree.of(process.pid(), all).stream()
          .map(ProcStat::pid)
          .filter(pid -> pid != process.pid())
          .forEach(children::add);
    }
    return all.stream().map(ProcStat::pid).filter(pid -> !children.contains(pid)).sorted().toList();
  }

  /** Whether this is still the same process: its number may have gone to another since. */
  public boolean lives(ProcStat process) {
    return proc.stat(process.pid())
        .filter(now -> now.startTicks() == process.startTicks() && now.state() != 'Z')
        .isPresent();
  }

  private List<ProcStat> matching(Predicate<ProcStat> belongs) {
    List<ProcStat> all = ProcessTree.snapshot(proc);
    Map<Long, ProcStat> found = new LinkedHashMap<>();
    for (ProcStat process : all) {
      // Looked at again after its files were read: they may have been a successor's.
      if (!found.containsKey(process.pid()) && belongs.test(process) && lives(process)) {
        // A child that made a group of its own still works for the function.
        for (ProcStat member : ProcessTree.of(process.pid(), all)) {
          found.putIfAbsent(member.pid(), member);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private ControlGroups groups(ProcStat process) {
    return ControlGroups.parse(proc.read(process.pid() + "/cgroup").orElse(""));
  }

  private boolean isPodOf(ProcStat process, String function) {
    Optional<String> host =
        proc.read(process.pid() + "/environ")
            .flatMap(
                text ->
                    text.lines()
                        .flatMap(line -> List.of(line.split("\0", -1)).stream())
                        .filter(pair -> pair.startsWith("HOSTNAME="))
                        .findFirst());
    return host.map(pair -> PodName.isOf(pair.substring("HOSTNAME=".length()), function))
        .orElse(false);
  }
}
