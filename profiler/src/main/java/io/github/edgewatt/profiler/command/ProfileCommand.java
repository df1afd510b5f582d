package io.github.edgewatt.profiler.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** {@code profile}: each function alone. */
@Command(
    name = "profile",
    description = "Profiles each function alone.",
    mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private RunOptions options;

  @Override
  public Integer call() throws Exception {
    return new Session(spec, options, base -> options.over(base, "profile", 1, null), "profile")
        .call();
  }
}
