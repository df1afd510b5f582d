package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that somebody deployed, to be profiled as they are. */
public final class DeployedSpecs {
  private DeployedSpecs() {}

  /**
   * How each is called.
   *
   * @param deployed what is on the gateway
   * @param names which of them; empty for all with the label {@code io.github.edgewatt.profile}
   * @param stack how functions are called that also stand in a stack file; may be empty
   * @throws PlatformException one line: which function, what is wrong
   */
  public static List<FunctionSpec> of(
      List<FunctionStatus> deployed, List<String> names, List<StackFunction> stack)
      throws PlatformException {
    List<FunctionSpec> specs = new ArrayList<>();
    List<String> wanted =
        names.isEmpty()
            ? deployed.stream()
                .filter(f -> "true".equals(f.labels().get(RequestForm.PROFILE_LABEL)))
                .map(FunctionStatus::name)
                .toList()
            : names;
    for (String name : wanted) {
      FunctionStatus status =
          deployed.stream()
              .filter(function -> function.name().equals(name))
              .findFirst()
              .orElseThrow(() -> missing(name, deployed));
      Optional<FunctionSpec> known =
          stack.stream()
              .map(StackFunction::request)
              .filter(request -> request.name().equals(name))
              .findFirst();
      specs.add(known.isPresent() ? known.get() : annotated(status));
    }
    if (specs.isEmpty()) {
      throw new PlatformException(
          "no deployed function has the label %s: \"true\"; name some with --functions"
              .formatted(RequestForm.PROFILE_LABEL));
    }
    return specs;
  }

  private static FunctionSpec annotated(FunctionStatus status) throws PlatformException {
    return RequestForm.of(
        "deployed function " + status.name(),
        status.name(),
        status.annotations(),
        (where, file, most) -> {
          throw new PlatformException(
              "%s: its body is in a file '%s' beside a stack file that does not name it: give --stack"
                  .formatted(where, GatewayFaults.oneLine(file)));
        });
  }

  private static PlatformException missing(String name, List<FunctionStatus> deployed) {
    List<String> there = deployed.stream().map(FunctionStatus::name).sorted().toList();
    return new PlatformException(
        "no function '%s' is deployed: %s"
            .formatted(
                name, there.isEmpty() ? "there is none" : "there are " + String.join(", ", there)));
  }
}
