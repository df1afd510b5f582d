package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.read.DataRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that name measurements, for every command that reads some. */
final class DataArguments {
  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = "run folders (output/latest), DFaaS folders or single tables, mixed")
  private List<Path> data;

  @Option(
      names = "--solo",
      paramLabel = "DIR",
      description = "where functions were measured alone (default: in DATA)")
  private Path solo;

  @Option(
      names = "--node-type",
      paramLabel = "T",
      converter = NodeTypeConverter.class,
      description = "LIGHT, MID, HEAVY or NODE<cores>, for files that do not tell")
  private NodeType nodeType;

  @Option(
      names = "--solo-node-type",
      paramLabel = "T",
      converter = NodeTypeConverter.class,
      description = "the same for functions measured alone (default: the largest in DATA)")
  private NodeType soloNodeType;

  DataRequest request() {
    return new DataRequest(
        data,
        Optional.ofNullable(solo),
        Optional.ofNullable(nodeType),
        Optional.ofNullable(soloNodeType));
  }
}
