package io.github.edgewatt.scoring.wiring;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.Replicas;
import io.github.edgewatt.cluster.kubernetes.Conversions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cluster's objects as {@code kubectl get nodes,pods,replicasets,nodes.metrics.k8s.io,
 * pods.metrics.k8s.io -A -o json} prints them: a list of Node, Pod, ReplicaSet, NodeMetrics and
 * PodMetrics. Others are skipped.
 */
final class ReplayFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final ClusterState state;
  private final Map<String, double[]> nodes = new HashMap<>();
  private final List<PodUse> pods = new ArrayList<>();

  private ReplayFile(ClusterState state) {
    this.state = state;
  }

  /**
   * What one pod uses.
   *
   * @param use cores and bytes
   */
  record PodUse(String namespace, String name, double[] use) {}

  /**
   * What is used.
   *
   * @param nodes cores and bytes by node
   */
  record Uses(Map<String, double[]> nodes, List<PodUse> pods) {}

  /**
   * Puts the objects of {@code file} into {@code state}, and answers what they use.
   *
   * @throws IllegalArgumentException one line where it cannot be read
   */
  static Uses read(Path file, ClusterState state) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException("cannot read the cluster in " + file);
    }
    ReplayFile replay = new ReplayFile(state);
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      replay.list(parser);
    } catch (IOException | IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("?");
      throw new IllegalArgumentException("no cluster in " + file + ": " + why, e);
    }
    return new Uses(replay.nodes, replay.pods);
  }

  private void list(JsonParser parser) throws IOException {
    boolean items = false;
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean named = parser.currentName().equals("items");
        if (parser.nextToken() == JsonToken.START_ARRAY && named) {
          items = true;
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            put(JSON.readTree(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    if (!items) {
      throw new IOException("no list of objects (kubectl get … -o json)");
    }
  }

  private void put(JsonNode item) throws IOException {
    JsonNode meta = item.path("metadata");
    switch (item.path("kind").asText()) {
      case "Node" -> state.put(Conversions.node(JSON.treeToValue(item, Node.class)));
      case "Pod" -> state.put(Conversions.pod(JSON.treeToValue(item, Pod.class)));
      case "ReplicaSet" -> state.put(replicas(item));
      case "NodeMetrics" -> nodes.put(meta.path("name").asText(), use(item.path("usage")));
      case "PodMetrics" -> {
        double[] sum = new double[2];
        for (JsonNode container : item.path("containers")) {
          double[] one = use(container.path("usage"));
          sum[0] += one[0];
          sum[1] += one[1];
        }
        pods.add(new PodUse(meta.path("namespace").asText(), meta.path("name").asText(), sum));
      }
      default -> {
        // Not asked about by any rule.
      }
    }
  }

  private static Replicas replicas(JsonNode set) {
    JsonNode meta = set.path("metadata");
    Map<String, String> annotations = new HashMap<>();
    meta.path("annotations")
        .properties()
        .forEach(one -> annotations.put(one.getKey(), one.getValue().asText()));
    return new Replicas(
        meta.path("uid").asText(),
        meta.path("namespace").asText(),
        meta.path("name").asText(),
        set.path("spec").path("replicas").asInt(1),
        annotations);
  }

  private static double[] use(JsonNode usage) {
    return new double[] {amount(usage.path("cpu")), amount(usage.path("memory"))};
  }

  private static double amount(JsonNode quantity) {
    return quantity.isMissingNode()
        ? 0
        : Quantity.parse(quantity.asText()).getNumericalAmount().doubleValue();
  }
}
