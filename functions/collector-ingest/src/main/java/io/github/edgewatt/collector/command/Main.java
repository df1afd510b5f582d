package io.github.edgewatt.collector.command;

import io.github.edgewatt.service.Service;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the collector. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Service.execute(new CollectorCommand(System.getenv()), args));
  }
}
