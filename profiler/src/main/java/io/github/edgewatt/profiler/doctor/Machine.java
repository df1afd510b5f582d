package io.github.edgewatt.profiler.doctor;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the doctor looks at; in tests a folder tree stands in for it.
 *
 * @param proc {@code /proc}
 * @param sys {@code /sys}
 * @param ownPid this process
 * @param output where results will go; need not exist yet
 * @param freeBytes free space under an existing folder
 * @param meter the power meter that was found
 * @param java this JVM
 * @param pause lets a quarter of a second pass between the two looks at what is running
 */
record Machine(
    Proc proc,
    Path sys,
    long ownPid,
    Path output,
    FreeSpace freeBytes,
    EnergyMeter meter,
    JavaRuntime java,
    Pause pause) {

  /** Asks a file system. */
  interface FreeSpace {
    long of(Path folder) throws IOException;
  }

  /** Waits. */
  interface Pause {
    void run() throws InterruptedException;
  }

  /**
   * A JVM.
   *
   * @param feature 17, 21, …
   * @param name version and vendor for people
   * @param mode {@code java.vm.info}: {@code mixed mode, sharing}
   * @param arguments its flags
   */
  record JavaRuntime(int feature, String name, String mode, String arguments) {}

  /** A file below {@code /sys}, stripped; empty when it cannot be read. */
  Optional<String> sysFile(String path) {
    try {
      return Optional.of(Files.readString(sys.resolve(path)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A file below {@code /proc}; empty text when it cannot be read. */
  String procFile(String path) {
    return proc.read(path).orElse("");
  }
}
