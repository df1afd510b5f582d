package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads words of the image pipeline's command lines; each refusal is one line. */
final class PipelineConverters {
  private PipelineConverters() {}

  /** A duration with its unit, or whole seconds as published: {@code 3600}, {@code 1h}. */
  static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text.matches("\\d{1,9}") ? text + "s" : text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            e.getMessage().replace("whole numbers with units", "seconds, or numbers with units"));
      }
    }
  }

  /** Decimal megabytes per second, fractions too, up to 10,000. */
  static final class Megabytes implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double number = Double.parseDouble(text);
        if (number > 0 && number <= 10_000 && text.matches("[0-9.eE+-]+")) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, with the same words as a number out of range.
      }
      throw new TypeConversionException(
          "'" + text + "' is not a number of megabytes per second above 0 and up to 10,000");
    }
  }

  /** 1 to 10,000 partitions. */
  static final class Partitions extends Whole {
    Partitions() {
      super(1, 10_000, "a number of partitions");
    }
  }

  /** 1 to 100 copies. */
  static final class Copies extends Whole {
    Copies() {
      super(1, 100, "a number of copies");
    }
  }

  /** 1 to 100,000 slices. */
  static final class Slices extends Whole {
    Slices() {
      super(1, 100_000, "a number of slices");
    }
  }

  /** 1 to 10,000 cycles. */
  static final class Cycles extends Whole {
    Cycles() {
      super(1, 10_000, "a number of cycles");
    }
  }

  /** 1 to a billion images. */
  static final class Images extends Whole {
    Images() {
      super(1, 1_000_000_000, "a number of images");
    }
  }

  /** 1 to 64 threads. */
  static final class Threads extends Whole {
    Threads() {
      super(1, 64, "a number of threads");
    }
  }

  private abstract static class Whole implements ITypeConverter<Integer> {
    private final int least;
    private final int most;
    private final String what;

    Whole(int least, int most, String what) {
      this.least = least;
      this.most = most;
      this.what = what;
    }

    @Override
    public Integer convert(String text) {
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
}
