package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.LocalRuntime;
import io.github.edgewatt.profiler.platform.local.WorkloadCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The functions this product brings along, for the local platform. */
final class Workloads {
  /**
   * Flags of a function's JVM, chosen by measurement (docs/methodology.md): the serial collector
   * and the first compiler reach a steady cost soonest, and a pinned heap keeps memory from
   * following the load's history.
   */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms64m",
          "-Xmx64m",
          "-XX:-UsePerfData",
          "-Xshare:auto");

  private Workloads() {}

  /** The functions named, in that order. */
  static List<FunctionSpec> named(List<String> names) throws UsageException, PlatformException {
    List<FunctionSpec> all = WorkloadCatalog.read(folder().resolve("functions.json"));
    List<FunctionSpec> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(spec -> spec.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "there is no function '"
                              + name
                              + "': choose among "
                              + String.join(", ", all.stream().map(FunctionSpec::name).toList()))));
    }
    return chosen;
  }

  /** How a function's process is started. */
  static LocalRuntime runtime() throws UsageException {
    return LocalRuntime.ofJar(folder().resolve("target/quarkus-app/quarkus-run.jar"), JVM_FLAGS);
  }

  private static Path folder() throws UsageException {
    return Home.path().resolve("functions/workloads");
  }
}
