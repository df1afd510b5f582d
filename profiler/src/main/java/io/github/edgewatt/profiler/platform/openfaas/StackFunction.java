package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.util.Objects;

/**
 * A function to be profiled.
 *
 * @param request how it is called; the path is the function's own, from {@code /}
 * @param deployment what the gateway is asked to deploy
 */
public record StackFunction(FunctionSpec request, Deployment deployment) {
  public StackFunction {
    Objects.requireNonNull(request, "request is null");
    Objects.requireNonNull(deployment, "deployment is null");
  }
}
