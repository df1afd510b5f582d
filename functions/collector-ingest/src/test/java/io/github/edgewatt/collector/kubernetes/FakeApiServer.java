package io.github.edgewatt.collector.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import io.github.edgewatt.fixtures.StandInServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Nodes with annotations: read, patched by merging, and failing as told. */
final class FakeApiServer implements AutoCloseable {
  private static final String NODES = "/api/v1/nodes/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Map<String, String>> nodes = new ConcurrentHashMap<>();
  private final AtomicInteger writes = new AtomicInteger();
  private final StandInServer server;

  private FakeApiServer(int port, String... names) {
    for (String name : names) {
      nodes.put(name, new TreeMap<>(Map.of("other/key", "kept")));
    }
    server = StandInServer.start(port, this::answer);
  }

  static FakeApiServer start(String... names) {
    return new FakeApiServer(0, names);
  }

  static FakeApiServer start(int port, String... names) {
    return new FakeApiServer(port, names);
  }

  URI address() {
    return server.uri();
  }

  /** How many patches were taken. */
  int writes() {
    return writes.get();
  }

  Map<String, String> annotations(String node) {
    return Map.copyOf(nodes.get(node));
  }

  void put(String node, String name, String value) {
    nodes.get(node).put(name, value);
  }

  Request lastPatch() {
    return server.requests().stream()
        .filter(request -> request.method().equals("PATCH"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  void failWrites(Supplier<Fault> fault) {
    server.fail(NODES, request -> request.method().equals("PATCH") ? fault.get() : null);
  }

  void failAll(Supplier<Fault> fault) {
    server.fail(NODES, request -> fault.get());
  }

  void heal() {
    server.heal(NODES);
  }

  private Reply answer(Request request) {
    String name = request.path().substring(NODES.length());
    Map<String, String> annotations = nodes.get(name);
    if (annotations == null) {
      return Reply.json(404, "{\"kind\":\"Status\",\"message\":\"nodes not found\"}");
    }
    if (request.method().equals("PATCH")) {
      merge(request.bodyText(), annotations);
      writes.incrementAndGet();
    }
    ObjectNode node = MAPPER.createObjectNode();
    ObjectNode metadata = node.putObject("metadata").put("name", name);
    ObjectNode all = metadata.putObject("annotations");
    annotations.forEach(all::put);
    return Reply.json(200, node.toString());
  }

  private static void merge(String patch, Map<String, String> annotations) {
    try {
      JsonNode changes = MAPPER.readTree(patch).path("metadata").path("annotations");
      changes.properties().forEach(one -> annotations.put(one.getKey(), one.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
