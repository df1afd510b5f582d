package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;

/** The function. One instance serves all calls, several at once. */
public class Handler extends AbstractHandler {
  @Override
  public IResponse Handle(IRequest request) {
    String name = request.getBody().isBlank() ? "OpenFaaS" : request.getBody().strip();
    Response response = new Response();
    response.setContentType("text/plain; charset=utf-8");
    response.setBody("Hello, " + name);
    return response;
  }
}
