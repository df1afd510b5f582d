package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.CpuPhysics;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import io.github.edgewatt.forecaster.profile.Profiles;

/** What functions cost alone, and the physics of mixes, as JSON. */
final class CostJson {
  private CostJson() {}

  static void putProfiles(ObjectNode into, Profiles profiles) {
    into.put("cores", profiles.cores());
    ObjectNode functions = into.putObject("functions");
    profiles
        .functions()
        .forEach(
            (function, profile) -> {
              var points = functions.putArray(function);
              profile.points().forEach(point -> putPoint(points.addObject(), point));
            });
  }

  private static void putPoint(ObjectNode into, Point point) {
    into.put("rate", point.rate());
    Fields.putFigure(into, "cpu_percent", point.cpuPercent());
    Fields.putFigure(into, "ram_bytes", point.ramBytes());
    Fields.putFigure(into, "power_watts", point.powerWatts());
    Fields.putFigure(into, "latency_seconds", point.latencySeconds());
    Fields.putFigure(into, "success", point.success());
  }

  static Profiles profiles(Fields fields) {
    Fields functions = fields.object("functions");
    return new Profiles(
        fields.integer("cores"),
        functions.byName(
            function -> new CostProfile(function, functions.objects(function, CostJson::point))));
  }

  private static Point point(Fields fields) {
    return new Point(
        fields.integer("rate"),
        fields.figure("cpu_percent"),
        fields.figure("ram_bytes"),
        fields.figure("power_watts"),
        fields.figure("latency_seconds"),
        fields.figure("success"));
  }

  static void putPhysics(ObjectNode into, CpuPhysics physics) {
    Fields.put(into, "demand_scale", physics.demandScale());
    Fields.put(into, "demand_cores", physics.demandCores());
    Fields.put(into, "request_cost", physics.requestCost());
    Fields.put(into, "request_cores", physics.requestCores());
    Fields.put(into, "request_power", physics.requestPower());
    Fields.put(into, "capacity_base", physics.capacityBase());
    Fields.put(into, "capacity_per_core", physics.capacityPerCore());
    Fields.put(into, "sharpness", physics.sharpness());
    ObjectNode factors = into.putObject("factors");
    physics.factors().forEach((function, factor) -> Fields.put(factors, function, factor));
  }

  static CpuPhysics physics(Fields fields) {
    Fields factors = fields.object("factors");
    return new CpuPhysics(
        fields.number("demand_scale"),
        fields.number("demand_cores"),
        fields.number("request_cost"),
        fields.number("request_cores"),
        fields.number("request_power"),
        fields.number("capacity_base"),
        fields.number("capacity_per_core"),
        fields.number("sharpness"),
        factors.byName(factors::number));
  }
}
