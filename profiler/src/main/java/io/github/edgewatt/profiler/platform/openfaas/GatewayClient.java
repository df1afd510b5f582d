package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import io.github.edgewatt.profiler.platform.openfaas.GatewayHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The gateway's REST API. Every request has a deadline; reads, and what can be done twice without
 * harm, are tried again while a fault may pass. Thread-safe.
 */
public final class GatewayClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final Duration READ = Duration.ofSeconds(10);
  private static final Duration CHANGE = Duration.ofSeconds(30);

  /** A deployment is answered after the image was pulled (faasd). */
  private static final Duration DEPLOY = Duration.ofMinutes(3);

  private final GatewayHttp http = new GatewayHttp();
  private final GatewayUrl gateway;
  private final String namespace;
  private final GatewayClock clock;
  private final Credentials credentials;
  private volatile Retries retries;

  /**
   * A client; asks nothing yet.
   *
   * @param namespace where functions are, empty for the gateway's own choice
   */
  public GatewayClient(
      GatewayUrl gateway, Credentials credentials, String namespace, GatewayClock clock) {
    this.gateway = gateway;
    this.credentials = credentials;
    this.namespace = namespace;
    this.clock = clock;
    this.retries = new Retries(clock, Duration.ZERO);
  }

  /** How long passing faults are waited out from now on; nothing is, at first. */
  public void patience(Duration limit) {
    this.retries = new Retries(clock, limit);
  }

  public GatewayUrl gateway() {
    return gateway;
  }

  /** Where calls of a function go, below the gateway's address: {@code /function/NAME[.NS]}. */
  public String functionPath(String name) {
    return "/function/" + name + (namespace.isEmpty() ? "" : "." + namespace);
  }

  /** What gateway and provider are. */
  public GatewayInfo info() throws GatewayException, InterruptedException {
    return GatewayInfo.of(retries.run(() -> json(get("info"))));
  }

  /** All functions of the namespace. */
  public List<FunctionStatus> list() throws GatewayException, InterruptedException {
    JsonNode all = retries.run(() -> json(get("functions")));
    if (!all.isArray()) {
      throw notGateway(get("functions"), "not a list of functions");
    }
    List<FunctionStatus> functions = new ArrayList<>();
    all.forEach(function -> functions.add(FunctionStatus.of(function)));
    return functions;
  }

  /** One function, or empty where there is none of this name. */
  public Optional<FunctionStatus> status(String name)
      throws GatewayException, InterruptedException {
    return retries.run(() -> look(name));
  }

  /** One function as {@link #status} tells of it, asked once only. */
  Optional<FunctionStatus> look(String name) throws GatewayException, InterruptedException {
    Request request = get("function/" + name);
    Answer answer = send(request, READ);
    return answer.status() == 404
        ? Optional.empty()
        : Optional.of(FunctionStatus.of(parsed(request, checked(request, answer))));
  }

  /**
   * Deploys a function, or updates one that this run deployed. An update on faasd stops the old one
   * first and destroys it when the new one fails.
   *
   * @param run value of {@link FunctionStatus#RUN_LABEL} that marks a function as this run's
   * @throws GatewayException of kind TAKEN when somebody else deployed a function of this name
   */
  public void deploy(Deployment deployment, String run)
      throws GatewayException, InterruptedException {
    AtomicBoolean created = new AtomicBoolean();
    // A lost answer leaves open whether it was done: looking comes before asking again.
    retries.run(
        () -> {
          Optional<FunctionStatus> there = look(deployment.name());
          if (there.isPresent() && !there.get().run().equals(run)) {
            throw new GatewayException(
                Kind.TAKEN,
                0,
                "a function named %s is deployed already, and not by this tool"
                    .formatted(deployment.name()));
          }
          String body = deployment.json(namespace);
          if (there.isPresent() && created.get()) {
            return there;
          }
          if (there.isPresent()) {
            Request update = change("functions", "PUT", body);
            Answer answer = send(update, DEPLOY);
            if (answer.status() != 404) {
              checked(update, answer);
              return there;
            }
          }
          Request create = change("functions", "POST", body);
          created.set(true);
          checked(create, send(create, DEPLOY));
          return there;
        });
  }

  /** Asks for so many replicas; a provider may settle for fewer and say nothing. */
  public void scale(String name, int replicas) throws GatewayException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("serviceName", name).put("replicas", replicas);
    if (!namespace.isEmpty()) {
      body.put("namespace", namespace);
    }
    Request request = change("scale-function/" + name, "POST", body.toString());
    retries.run(() -> checked(request, send(request, CHANGE)));
  }

  /** Removes a function, whoever's it is; one that is gone already is as good. */
  public void delete(String name) throws GatewayException, InterruptedException {
    Request request = removal(name);
    retries.run(() -> checkedRemoval(request));
  }

  /**
   * Removes a function where it carries a run's label. Whose it is is looked at before each
   * request: in the meantime somebody else may have put another of this name there.
   *
   * @param run value of {@link FunctionStatus#RUN_LABEL}
   */
  public void deleteOurs(String name, String run) throws GatewayException, InterruptedException {
    Request request = removal(name);
    retries.run(
        () -> {
          Optional<FunctionStatus> there = look(name);
          if (there.isPresent() && there.get().run().equals(run)) {
            checkedRemoval(request);
          }
          return there;
        });
  }

  private Request removal(String name) {
    ObjectNode body = JSON.createObjectNode().put("functionName", name);
    if (!namespace.isEmpty()) {
      body.put("namespace", namespace);
    }
    return change("functions", "DELETE", body.toString());
  }

  private Answer checkedRemoval(Request request) throws GatewayException, InterruptedException {
    Answer answer = send(request, CHANGE);
    return answer.status() == 404 ? answer : checked(request, answer);
  }

  /**
   * The newest lines a function wrote since an instant; empty when there are none or the gateway
   * does not give them out.
   *
   * @param most lines at most
   */
  public List<String> logs(String name, Instant since, int most) throws InterruptedException {
    HttpUrl url =
        url("logs")
            .addQueryParameter("name", name)
            .addQueryParameter("since", since.toString())
            // faasd sends the first lines of so many, so that a small number hides the last ones.
            .addQueryParameter("tail", "5000")
            .build();
    return new FunctionLog(clock, most).read(() -> send(request(url).build(), READ));
  }

  private JsonNode json(Request request) throws GatewayException, InterruptedException {
    return parsed(request, checked(request, send(request, READ)));
  }

  private Answer send(Request request, Duration deadline)
      throws GatewayException, InterruptedException {
    Answer answer = http.send(signed(request), deadline);
    if (answer.status() == 401 && credentials.reread()) {
      // The password was changed, and its file with it.
      answer = http.send(signed(request), deadline);
    }
    return answer;
  }

  private Request signed(Request request) {
    return credentials
        .header()
        .map(value -> request.newBuilder().header("Authorization", value).build())
        .orElse(request);
  }

  private Answer checked(Request request, Answer answer) throws GatewayException {
    if (answer.isSuccess() && answer.whole() && !answer.isHtml()) {
      return answer;
    }
    throw GatewayFaults.of(request, answer, gateway, credentials);
  }

  private JsonNode parsed(Request request, Answer answer) throws GatewayException {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw notGateway(request, "no JSON");
    }
  }

  private GatewayException notGateway(Request request, String what) {
    return new GatewayException(
        Kind.NOT_A_GATEWAY,
        200,
        "%s answers %s with %s: is it an OpenFaaS gateway?"
            .formatted(gateway, GatewayHttp.what(request), what));
  }

  private Request get(String route) {
    return request(url(route).build()).build();
  }

  private Request change(String route, String method, String body) {
    return request(url(route).build()).method(method, RequestBody.create(body, JSON_TYPE)).build();
  }

  private HttpUrl.Builder url(String route) {
    HttpUrl.Builder url =
        HttpUrl.get(gateway.uri()).newBuilder().addPathSegment("system").addPathSegments(route);
    return namespace.isEmpty() ? url : url.addQueryParameter("namespace", namespace);
  }

  private static Request.Builder request(HttpUrl url) {
    return new Request.Builder().url(url).header("User-Agent", "edgewatt-profiler");
  }

  @Override
  public void close() {
    http.close();
  }
}
