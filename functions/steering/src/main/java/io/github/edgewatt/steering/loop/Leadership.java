package io.github.edgewatt.steering.loop;

import java.util.Optional;

/** Which of several equal processes does the work. Never blocks. */
public interface Leadership extends AutoCloseable {
  /** This process always leads. */
  Leadership ALONE =
      new Leadership() {
        @Override
        public boolean leading() {
          return true;
        }

        @Override
        public Optional<String> leader() {
          return Optional.empty();
        }

        @Override
        public void close() {
          // Nothing to give up.
        }
      };

  /** Whether this process leads now; false where that is not certain. */
  boolean leading();

  /** Who leads, as far as known. */
  Optional<String> leader();

  /** Gives the lead up. */
  @Override
  void close();
}
