package io.github.edgewatt.scaling.lead;

import java.util.Optional;

/** Where the Lease is kept. Every method throws a RuntimeException where it cannot be reached. */
interface LeaseStore {
  /** The Lease; empty where there is none. */
  Optional<Held> read();

  /**
   * Writes the Lease if it still is {@code before}; with an exception where it is not.
   *
   * @param before what was read; empty where there was none
   * @param holder who holds it from now on; empty to give it up
   */
  void write(Optional<Held> before, String holder);

  /**
   * A Lease.
   *
   * @param holder who holds it; empty where nobody does
   * @param seconds how long it holds without being renewed
   * @param version changes whenever it is written
   */
  record Held(String holder, int seconds, String version) {}
}
