package io.github.edgewatt.dataset.run;

import java.util.Objects;

/**
 * The machine that was measured.
 *
 * @param cores logical processors
 * @param memoryBytes all memory in bytes
 * @param cpuModel the processor's name
 * @param kernel release of the kernel
 * @param os name and version of the operating system
 * @param jdk vendor and version of the Java runtime
 */
public record Machine(
    int cores, long memoryBytes, String cpuModel, String kernel, String os, String jdk) {
  public Machine {
    Objects.requireNonNull(cpuModel, "cpuModel is null");
    Objects.requireNonNull(kernel, "kernel is null");
    Objects.requireNonNull(os, "os is null");
    Objects.requireNonNull(jdk, "jdk is null");
  }
}
