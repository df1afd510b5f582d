package com.openfaas.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import io.github.edgewatt.workloads.function.BadInputException;
import io.github.edgewatt.workloads.function.Shasum;
import java.util.Map;

/**
 * The workload {@code shasum} behind the classic API: the same work, the same bodies and answers as
 * the Quarkus twin, so that what differs is the frame around it.
 */
public final class Handler extends AbstractHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public IResponse Handle(IRequest request) {
    try {
      return answer(200, Shasum.run(input(request)));
    } catch (BadInputException e) {
      return answer(400, Map.of("error", e.getMessage()));
    } catch (JsonProcessingException e) {
      BadInputException bad = e.getCause() instanceof BadInputException cause ? cause : null;
      String why = bad != null ? bad.getMessage() : "not the JSON this function takes";
      return answer(400, Map.of("error", why));
    }
  }

  private static Shasum.Input input(IRequest request) throws JsonProcessingException {
    String type = String.valueOf(request.getHeader("Content-type"));
    if (request.getBody().isEmpty()) {
      return new Shasum.Input(null, null);
    }
    return type.startsWith("application/json")
        ? MAPPER.readValue(request.getBody(), Shasum.Input.class)
        : Shasum.Input.ofText(request.getBody());
  }

  private static Response answer(int status, Object output) {
    Response response = new Response();
    response.setStatusCode(status);
    response.setContentType("application/json");
    try {
      response.setBody(MAPPER.writeValueAsString(output));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the output cannot be written as JSON", e);
    }
    return response;
  }
}
