package io.github.edgewatt.scoring.http;

/** How a call was answered. */
enum Outcome {
  /** As it should be. */
  ANSWERED,
  /** With something neutral, as the work failed. */
  FAILED,
  /** With something neutral, as the work took too long. */
  LATE,
  /** With something neutral, as too much work was waiting. */
  BUSY,
  /** Not, as the caller was wrong. */
  REFUSED
}
