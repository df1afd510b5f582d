package io.github.edgewatt.workloads;

import io.github.edgewatt.workloads.http.FunctionNames;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Refuses a missing or unknown function before anything starts, else serves it. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    String name = System.getenv("EDGEWATT_FUNCTION");
    if (name == null || !FunctionNames.ALL.contains(name)) {
      System.err.println(
          "workloads: "
              + (name == null ? "EDGEWATT_FUNCTION is not set" : "no function '" + name + "'")
              + "; set EDGEWATT_FUNCTION to one of "
              + String.join(", ", FunctionNames.ALL));
      System.exit(2);
    }
    Quarkus.run(args);
  }
}
