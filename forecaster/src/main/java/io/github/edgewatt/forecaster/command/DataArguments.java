package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.read.DataRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The words that name measurements, for every command that reads some. */
final class DataArguments {
  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = "run folders (output/latest), DFaaS folders or single tables, mixed")
  private List<Path> data;

  @Mixin private final SoloOptions solo = new SoloOptions();

  DataRequest request() {
    return solo.request(data);
  }
}
