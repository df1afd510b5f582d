package io.github.edgewatt.profiler.faults;

/**
 * One line of the matrix.
 *
 * @param fault what went wrong
 * @param seen the line the user reads
 * @param exit the exit code; empty where no run of its own was made of it
 * @param stored what stands in the dataset
 */
public record FaultLine(String fault, String seen, String exit, String stored) {
  @Override
  public String toString() {
    return "%-44s | %s | %s | %s".formatted(fault, seen, exit.isEmpty() ? "-" : exit, stored);
  }
}
