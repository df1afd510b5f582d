package io.github.edgewatt.forecaster.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share above 0 and at most 1: {@code 1/50} or {@code 0.02}. */
final class FractionConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      int slash = text.indexOf('/');
      double share =
          slash < 0
              ? Double.parseDouble(text)
              : Double.parseDouble(text.substring(0, slash))
                  / Double.parseDouble(text.substring(slash + 1));
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw refused(text, e);
    }
    throw refused(text, null);
  }

  private static TypeConversionException refused(String text, NumberFormatException cause) {
    TypeConversionException refused =
        new TypeConversionException(
            "'" + text + "' is no share above 0 and at most 1: say 1/50 or 0.02");
    refused.initCause(cause);
    return refused;
  }
}
