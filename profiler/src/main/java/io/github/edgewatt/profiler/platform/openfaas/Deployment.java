package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a gateway is asked to deploy.
 *
 * @param name the function's name, an RFC 1123 label
 * @param image its image
 * @param envProcess what its watchdog starts, empty for the image's own
 * @param envVars its environment
 * @param labels its labels
 * @param annotations its annotations
 * @param limits {@code memory}, {@code cpu}
 * @param requests {@code memory}, {@code cpu}
 * @param secrets names of secrets that are there
 * @param constraints node constraints
 * @param readOnlyRootFilesystem whether it cannot write outside {@code /tmp}
 */
public record Deployment(
    String name,
    String image,
    String envProcess,
    Map<String, String> envVars,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> limits,
    Map<String, String> requests,
    List<String> secrets,
    List<String> constraints,
    boolean readOnlyRootFilesystem) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Deployment {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(image, "image is null");
    Objects.requireNonNull(envProcess, "envProcess is null");
    envVars = Map.copyOf(envVars);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    limits = Map.copyOf(limits);
    requests = Map.copyOf(requests);
    secrets = List.copyOf(secrets);
    constraints = List.copyOf(constraints);
  }

  /** An image with nothing said about it. */
  public static Deployment of(String name, String image) {
    return new Deployment(
        name, image, "", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(),
        false);
  }

  /** The same with further labels; they win over its own. */
  public Deployment labelled(Map<String, String> more) {
    return with(joined(labels, more), annotations);
  }

  /** The same with further annotations; they win over its own. */
  public Deployment annotated(Map<String, String> more) {
    return with(labels, joined(annotations, more));
  }

  private static Map<String, String> joined(Map<String, String> own, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(own);
    all.putAll(more);
    return all;
  }

  private Deployment with(Map<String, String> newLabels, Map<String, String> newAnnotations) {
    return new Deployment(
        name,
        image,
        envProcess,
        envVars,
        newLabels,
        newAnnotations,
        limits,
        requests,
        secrets,
        constraints,
        readOnlyRootFilesystem);
  }

  /** The request's body; what is empty is left out, as faas-cli does. */
  String json(String namespace) {
    ObjectNode json = JSON.createObjectNode();
    json.put("service", name).put("image", image);
    if (!namespace.isEmpty()) {
      json.put("namespace", namespace);
    }
    if (!envProcess.isEmpty()) {
      json.put("envProcess", envProcess);
    }
    put(json, "envVars", envVars);
    put(json, "labels", labels);
    put(json, "annotations", annotations);
    put(json, "limits", limits);
    put(json, "requests", requests);
    put(json, "secrets", secrets);
    put(json, "constraints", constraints);
    if (readOnlyRootFilesystem) {
      json.put("readOnlyRootFilesystem", true);
    }
    return json.toString();
  }

  private static void put(ObjectNode json, String field, Map<String, String> values) {
    if (!values.isEmpty()) {
      json.set(field, JSON.valueToTree(new TreeMap<>(values)));
    }
  }

  private static void put(ObjectNode json, String field, List<String> values) {
    if (!values.isEmpty()) {
      json.set(field, JSON.valueToTree(values));
    }
  }
}
