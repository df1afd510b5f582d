package io.github.edgewatt.forecaster.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Answers as JSON; figures that are not known are {@code null}. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY = MAPPER.writer(printer());

  private JsonText() {}

  /** A map, or a node of Jackson's, on several lines, for people and programs. */
  public static String pretty(Object tree) {
    return write(PRETTY, tree);
  }

  /** On one line, for files of one answer a line. */
  static String line(Map<String, Object> tree) {
    return write(MAPPER.writer(), tree);
  }

  /** The figure, or null where JSON has no number for it. */
  public static Double number(double figure) {
    return Double.isFinite(figure) ? Double.valueOf(figure) : null;
  }

  private static String write(ObjectWriter writer, Object tree) {
    try {
      return writer.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("trees of words and numbers are always JSON", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
