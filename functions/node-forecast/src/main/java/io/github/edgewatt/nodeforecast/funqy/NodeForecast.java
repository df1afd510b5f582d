package io.github.edgewatt.nodeforecast.funqy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Json;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The function as Funqy's bindings know it. Over HTTP it is a route of ours, {@code POST
 * /nodeForecast}, as Funqy's own answers every mistake with 500.
 */
@Singleton
public class NodeForecast implements Protocol {
  /** The function's name. */
  public static final String NAME = "nodeForecast";

  private final Supplier<Snapshot> models;

  @Inject
  NodeForecast(Supplier<Snapshot> models) {
    this.models = models;
  }

  @Funq(NAME)
  public Map<String, Object> nodeForecast(ForecastQuestion question) {
    return Forecasting.answer(models.get(), question);
  }

  @Override
  public Reply answer(Call call) {
    call.allow("POST");
    ObjectNode body = Json.read(call.body());
    return Reply.json(Json.tree(nodeForecast(Json.as(body, ForecastQuestion.class))));
  }
}
