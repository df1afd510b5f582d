package io.github.edgewatt.scoring.http;

/** One call's work. Both answers may be asked for, by two threads at the same time. */
interface Work {
  /**
   * The answer. May take long and may fail.
   *
   * @throws io.github.edgewatt.scoring.BadInputException where the caller is wrong
   */
  Reply answer();

  /**
   * What is said instead where the answer fails, is late or cannot be begun. Takes no longer than
   * reading the call.
   *
   * @throws io.github.edgewatt.scoring.BadInputException where the caller is wrong
   */
  Reply instead();
}
