package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Adaptation;
import java.util.EnumMap;

/** Kinds of nodes, at rest and adapted, as JSON. */
final class NodeJson {
  private NodeJson() {}

  static void put(ObjectNode into, NodeType node, Idle idle) {
    into.put("name", node.name());
    into.put("cores", node.cores());
    Fields.putFigure(into, "idle_cpu_percent", idle.cpuPercent());
    Fields.putFigure(into, "idle_ram_bytes", idle.ramBytes());
    Fields.putFigure(into, "idle_ram_percent", idle.ramPercent());
    Fields.putFigure(into, "idle_power_watts", idle.powerWatts());
  }

  static void put(ObjectNode into, NodeType node, Adaptation adaptation) {
    into.put("name", node.name());
    into.put("cores", node.cores());
    into.put("configurations", adaptation.configurations());
    CostJson.putPhysics(into.putObject("physics"), adaptation.physics());
    LearnerJson.put(into.putObject("cpu_interval"), adaptation.cpu());
    ObjectNode factors = into.putObject("factors");
    adaptation.factors().forEach((target, factor) -> Fields.put(factors, target.text(), factor));
    Fields.put(into, "widening", adaptation.widening());
  }

  static NodeType type(Fields fields) {
    return new NodeType(fields.text("name"), fields.integer("cores"));
  }

  static Idle idle(Fields fields) {
    return new Idle(
        fields.figure("idle_cpu_percent"),
        fields.figure("idle_ram_bytes"),
        fields.figure("idle_ram_percent"),
        fields.figure("idle_power_watts"));
  }

  static Adaptation adaptation(Fields fields) {
    Fields stored = fields.object("factors");
    EnumMap<Target, Double> factors = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      if (stored.has(target.text())) {
        factors.put(target, stored.number(target.text()));
      }
    }
    return new Adaptation(
        fields.integer("configurations"),
        CostJson.physics(fields.object("physics")),
        LearnerJson.scale(fields.object("cpu_interval")),
        factors,
        fields.number("widening"));
  }
}
