package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.local.LocalRuntime;
import io.github.edgewatt.profiler.platform.local.WorkloadCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The functions this product brings along, for the local platform. */
final class Workloads {
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
    return LocalRuntime.ofJar(
        folder().resolve("target/quarkus-app/quarkus-run.jar"), LocalRuntime.FUNCTION_FLAGS);
  }

  private static Path folder() throws UsageException {
    return Home.path().resolve("functions/workloads");
  }
}
