package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.model.ModelHeader;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Where a model comes from, as JSON. */
final class HeaderJson {
  private HeaderJson() {}

  static void put(ObjectNode into, ModelHeader header) {
    into.put("tool", header.tool());
    into.put("trained_at", header.trainedAt().toString());
    into.put("seed", header.seed());
    into.put("data_hash", header.dataHash());
    into.put("rows", header.rows());
    into.put("configurations", header.configurations());
    header.combinations().forEach(into.putArray("combinations")::add);
    ObjectNode scores = into.putObject("scores");
    header.scores().forEach((name, score) -> Fields.putFigure(scores, name, score));
    header.notes().forEach(into.putArray("notes")::add);
  }

  static ModelHeader read(Fields fields) {
    Fields scores = fields.object("scores");
    return new ModelHeader(
        fields.text("tool"),
        instant(fields),
        fields.wide("seed"),
        fields.text("data_hash"),
        fields.integer("rows"),
        fields.integer("configurations"),
        fields.texts("combinations"),
        scores.byName(scores::figure),
        fields.texts("notes"));
  }

  private static Instant instant(Fields fields) {
    try {
      return Instant.parse(fields.text("trained_at"));
    } catch (DateTimeParseException e) {
      throw new BadModelException(
          "is damaged: " + fields.at("trained_at") + " is no time in UTC", e);
    }
  }
}
