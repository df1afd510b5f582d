package io.github.edgewatt.scoring.power.node;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads one node's labels and annotations. */
final class SourceReader {
  private static final String SOURCE = "edgewatt.io/power-source";
  private static final String FEATURES = "edgewatt.io/power-features";
  private static final String INPUT = "edgewatt.io/power-input";
  private static final String NODE_TYPE = "edgewatt.io/node-type";
  private static final String IDLE_WATTS = "edgewatt.io/idle-watts";
  private static final String FULL_WATTS = "edgewatt.io/full-watts";
  private static final String TENSORFLOW = "tensorflow/";
  private static final String DEFAULT_INPUT = "inputs";
  private static final int MOST_FEATURES = 16;
  private static final List<Feature> CPU_ALONE = List.of(Feature.CPU);

  /** The tensor of WAO-Scheduler's model, in its order. */
  private static final List<Feature> WAO =
      List.of(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2);

  private static final Map<String, Kind> KINDS = byText(Kind.values());
  private static final Map<String, Feature> BY_TEXT = byText(Feature.values());

  private final NodeText text;
  private final Set<String> nodeTypes;
  private double idleWatts = Double.NaN;
  private double fullWatts = Double.NaN;
  private String warning = "";

  SourceReader(Node node, Set<String> nodeTypes) {
    this.text = new NodeText(node);
    this.nodeTypes = nodeTypes;
  }

  SourceChoice read() {
    try {
      readLine();
      PowerSource source =
          switch (kind()) {
            case MODEL -> model();
            case LINE -> line();
            case TENSORFLOW_GRPC -> server(Kind.TENSORFLOW_GRPC);
            case TENSORFLOW_REST -> server(Kind.TENSORFLOW_REST);
            case OPEN_INFERENCE -> server(Kind.OPEN_INFERENCE);
          };
      return SourceChoice.of(source, warning);
    } catch (BadTextException e) {
      return SourceChoice.none(e.getMessage());
    }
  }

  /** A line that is wrong is no line: whoever needs it says so, whoever has a model goes on. */
  private void readLine() {
    try {
      double idle = text.watts(IDLE_WATTS);
      double full = text.watts(FULL_WATTS);
      if (full < idle) {
        warning = FULL_WATTS + " is less than " + IDLE_WATTS;
      } else if (!Double.isNaN(idle + full)) {
        idleWatts = idle;
        fullWatts = full;
      }
    } catch (BadTextException e) {
      warning = e.getMessage();
    }
  }

  private Kind kind() throws BadTextException {
    Optional<String> asked = text.of(SOURCE);
    if (asked.isPresent()) {
      Kind kind = KINDS.get(asked.get());
      if (kind == null) {
        throw new BadTextException(
            SOURCE
                + ": "
                + NodeText.shown(asked.get())
                + " is none of "
                + String.join(", ", KINDS.keySet()));
      }
      return kind;
    }
    if (tellsServer(text.node().labels()) || tellsServer(text.node().annotations())) {
      return Kind.TENSORFLOW_GRPC;
    }
    Optional<String> nodeType = text.of(NODE_TYPE);
    return nodeType.isPresent() && nodeTypes.contains(nodeType.get()) ? Kind.MODEL : Kind.LINE;
  }

  private static boolean tellsServer(Map<String, String> texts) {
    return texts.keySet().stream().anyMatch(key -> key.startsWith(TENSORFLOW));
  }

  private PowerSource server(Kind kind) throws BadTextException {
    String host = text.host(TENSORFLOW + "host");
    int port = text.port(TENSORFLOW + "port");
    String name = text.required(TENSORFLOW + "name");
    boolean tensorflow = kind != Kind.OPEN_INFERENCE;
    String called =
        tensorflow
            ? text.of(TENSORFLOW + "signature").orElse("")
            : text.of(INPUT).orElse(DEFAULT_INPUT);
    return new PowerSource(
        kind, host, port, name, version(), called, features(), idleWatts, fullWatts);
  }

  private OptionalLong version() {
    Optional<String> told = text.of(TENSORFLOW + "version");
    OptionalLong version = told.map(NodeText::integer).orElse(OptionalLong.empty());
    if (told.isPresent() && version.isEmpty()) {
      warning =
          TENSORFLOW
              + "version: "
              + NodeText.shown(told.get())
              + " is no integer: the server chooses the version";
    }
    return version;
  }

  private List<Feature> features() throws BadTextException {
    Optional<String> told = text.of(FEATURES);
    if (told.isEmpty()) {
      return WAO;
    }
    List<Feature> features = new ArrayList<>();
    for (String word : told.get().split(",", MOST_FEATURES + 1)) {
      Feature feature = BY_TEXT.get(word.strip());
      if (feature == null) {
        throw new BadTextException(
            FEATURES
                + ": "
                + NodeText.shown(word)
                + " is none of "
                + String.join(", ", BY_TEXT.keySet()));
      }
      features.add(feature);
    }
    if (features.stream().noneMatch(SourceReader::ofCpu)) {
      throw new BadTextException(FEATURES + " asks for no CPU, so no pod would cost anything");
    }
    return features;
  }

  private static boolean ofCpu(Feature feature) {
    return feature == Feature.CPU || feature == Feature.CPU_PERCENT || feature == Feature.CPU_CORES;
  }

  private PowerSource model() throws BadTextException {
    String nodeType = text.required(NODE_TYPE);
    if (!nodeTypes.contains(nodeType)) {
      throw new BadTextException(
          "no model for "
              + NODE_TYPE
              + " "
              + NodeText.shown(nodeType)
              + (nodeTypes.isEmpty() ? "; none is loaded" : "; there is " + known()));
    }
    return own(Kind.MODEL, nodeType);
  }

  private String known() {
    return String.join(", ", nodeTypes.stream().sorted().toList());
  }

  private PowerSource line() throws BadTextException {
    if (Double.isNaN(idleWatts)) {
      throw new BadTextException(
          warning.isEmpty()
              ? "nobody knows its watts: no tensorflow/* labels, no model for its "
                  + NODE_TYPE
                  + ", no "
                  + IDLE_WATTS
                  + " and "
                  + FULL_WATTS
              : warning);
    }
    return own(Kind.LINE, "");
  }

  private PowerSource own(Kind kind, String name) {
    return new PowerSource(
        kind, "", 0, name, OptionalLong.empty(), "", CPU_ALONE, idleWatts, fullWatts);
  }

  private static <E extends Enum<E>> Map<String, E> byText(E[] values) {
    Map<String, E> byText = new TreeMap<>();
    for (E value : values) {
      byText.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    return byText;
  }
}
