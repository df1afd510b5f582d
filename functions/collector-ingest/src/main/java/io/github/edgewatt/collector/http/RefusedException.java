package io.github.edgewatt.collector.http;

/** An event that a function cannot take; carries the answer for its caller. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Answer answer;

  RefusedException(Answer answer) {
    // Callers' mistakes are many and cheap: no stack trace is filled in.
    super(answer.text().toString(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
