package io.github.edgewatt.nodeforecast.dfaas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.store.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request's body: {@code node_type}, and rates under the names of upstream's columns, {@code
 * rate_group_…_USAGE} or {@code rate_function_…}. Names decide, whatever their order.
 *
 * @param load the question
 * @param grouped whether it came as rates of groups
 */
record RateQuestion(Load load, boolean grouped) {
  private static final String NODE_TYPE = "node_type";
  private static final String FUNCTION = "rate_function_";
  private static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static RateQuestion read(
      ObjectNode body, LoadedModel model, Map<String, List<String>> groupList) {
    Map<String, Double> highestRates = model.nodeOnly().highestRates();
    Groups groups = Groups.of(model.model(), highestRates, groupList);
    Map<String, Double> rates = new TreeMap<>();
    List<String> absent = new ArrayList<>(groups.columns());
    boolean single = false;
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String name = field.getKey();
      if (name.equals(NODE_TYPE)) {
        continue;
      }
      double rate = rate(name, field.getValue());
      if (absent.remove(name)) {
        groups.add(name, rate, highestRates, rates);
      } else if (name.startsWith(FUNCTION)
          && highestRates.containsKey(name.substring(FUNCTION.length()))) {
        single = true;
        rates.merge(name.substring(FUNCTION.length()), rate, Double::sum);
      } else {
        throw unknown(name, groups, highestRates);
      }
    }
    boolean grouped = absent.size() < groups.columns().size();
    if (grouped && !absent.isEmpty()) {
      throw Refused.bad(absent.get(0) + " is missing: send each group's rate, 0 where none");
    }
    if (!grouped && !single) {
      throw Refused.bad("no rates: " + known(groups, highestRates));
    }
    return new RateQuestion(
        Load.of(node(body.get(NODE_TYPE), model), rates, UNKNOWN), grouped && !single);
  }

  private static double rate(String name, JsonNode value) {
    double rate = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw Refused.bad(name + " is " + value + ": requests per second, a number of 0 or more");
    }
    return rate;
  }

  private static Refused unknown(String name, Groups groups, Map<String, Double> highestRates) {
    return Refused.bad("the model has no '" + name + "': " + known(groups, highestRates));
  }

  private static String known(Groups groups, Map<String, Double> highestRates) {
    List<String> names = new ArrayList<>(groups.columns());
    highestRates.keySet().forEach(function -> names.add(FUNCTION + function));
    return "send node_type and "
        + String.join(", ", names)
        + (groups.columns().isEmpty() ? "; --groups teaches it groups" : "");
  }

  private static NodeType node(JsonNode told, LoadedModel model) {
    List<String> known = new ArrayList<>();
    for (NodeType node : model.nodeOnly().nodes().keySet()) {
      int code = (int) RateSpace.code(node);
      known.add(node.name() + " or " + code);
      if (told != null
          && (told.isTextual()
              ? told.textValue().equalsIgnoreCase(node.name())
              : told.isNumber() && told.doubleValue() == code)) {
        return node;
      }
    }
    throw Refused.bad(
        NODE_TYPE
            + (told == null ? " is missing: " : " " + told + " is not known: ")
            + String.join(", ", known));
  }
}
