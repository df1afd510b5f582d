package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that start in two seconds, some never, and that can be made to crash. */
final class FakePlatform implements FunctionPlatform {
  private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

  final List<List<String>> deployments = new ArrayList<>();
  final Set<String> broken = new HashSet<>();
  final Set<String> dead = new HashSet<>();
  Runnable onDeploy = () -> {};

  /** Behind a gateway all have one address, and processes that nobody knows. */
  boolean gateway;

  private final Map<String, FunctionInstance> running = new LinkedHashMap<>();
  private final FakeClock clock;
  private long nextPid = 100;

  FakePlatform(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public boolean autoscales() {
    return false;
  }

  @Override
  public List<String> cleaned() {
    return List.of();
  }

  @Override
  public List<FunctionInstance> deploy(List<FunctionSpec> functions) throws PlatformException {
    List<String> names = functions.stream().map(FunctionSpec::name).toList();
    deployments.add(names);
    running.keySet().retainAll(names);
    running.keySet().removeAll(dead);
    dead.clear();
    clock.advance(Duration.ofSeconds(2));
    List<FunctionInstance> instances = new ArrayList<>();
    onDeploy.run();
    for (FunctionSpec spec : functions) {
      if (broken.contains(spec.name())) {
        throw new FunctionStartException(spec.name(), "was not ready within 60 s");
      }
      long pid = running.containsKey(spec.name()) ? 0 : nextPid++;
      instances.add(
          running.computeIfAbsent(
              spec.name(),
              name ->
                  gateway
                      ? new FunctionInstance(spec, GATEWAY, List.of(), "start " + pid)
                      : new FunctionInstance(
                          spec, URI.create("http://127.0.0.1:" + (9000 + pid)), List.of(pid))));
    }
    return instances;
  }

  @Override
  public List<String> failures() {
    return running.keySet().stream()
        .filter(dead::contains)
        .map(name -> name + " exited with 137")
        .toList();
  }

  @Override
  public void close() {
    running.clear();
  }
}
