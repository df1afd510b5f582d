package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.feature.NodeType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a kind of node. */
final class NodeTypeConverter implements ITypeConverter<NodeType> {
  @Override
  public NodeType convert(String text) {
    return NodeType.named(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of node: say LIGHT (2 cores), MID (4), HEAVY (6) or NODE<cores>"
                        .formatted(text)));
  }
}
