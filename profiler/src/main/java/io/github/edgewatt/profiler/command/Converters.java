package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads words of the command line; each refusal is one line that says what would do. */
final class Converters {
  /** Highest rate of a function in requests per second. */
  static final int MOST_RATE = 100_000;

  private Converters() {}

  /** A whole rate from 1 to {@value #MOST_RATE}. */
  static final class Rate implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return whole(text, 1, MOST_RATE, "a whole rate in requests per second");
    }
  }

  /** A small count, 1 to 1,000. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return whole(text, 1, 1_000, "a whole number");
    }
  }

  /** A duration above 0, such as {@code 1m30s}. */
  static final class Positive implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A duration that may be {@code 0s}. */
  static final class NotNegative implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return text.matches("0(ms|s|m|h)") ? Duration.ZERO : new Positive().convert(text);
    }
  }

  private static int whole(String text, int least, int most, String what) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the same words as a number out of range.
    }
    throw new TypeConversionException(
        "'%s' is not %s from %d to %,d".formatted(text, what, least, most));
  }
}
