package io.github.edgewatt.service;

import java.util.Optional;

/** Whether a service can do its work; a bean of this type is asked by {@code /_/ready}. */
@FunctionalInterface
public interface Readiness {
  /** One line that says what is missing; empty where nothing is. Never blocks. */
  Optional<String> missing();
}
