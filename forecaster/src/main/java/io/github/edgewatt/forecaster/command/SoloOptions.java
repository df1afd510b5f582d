package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.read.DataRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What measurements do not tell of themselves: where functions ran alone, and on which nodes. */
final class SoloOptions {
  @Option(
      names = "--solo",
      paramLabel = "DIR",
      description = "where functions were measured alone (default: among the data)")
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
      description = "the same for functions measured alone (default: the largest in the data)")
  private NodeType soloNodeType;

  DataRequest request(List<Path> data) {
    return new DataRequest(
        data,
        Optional.ofNullable(solo),
        Optional.ofNullable(nodeType),
        Optional.ofNullable(soloNodeType));
  }
}
