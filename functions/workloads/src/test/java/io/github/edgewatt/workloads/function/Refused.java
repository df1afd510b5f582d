package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Shared wording of "this input is refused, and the message says what is wrong". */
final class Refused {
  private Refused() {}

  static void because(String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(part)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }
}
