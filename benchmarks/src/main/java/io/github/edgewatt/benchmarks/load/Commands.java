package io.github.edgewatt.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Command lines of the generators, and where they are installed. */
final class Commands {
  /** Connections of every generator. */
  static final int CONNECTIONS = 16;

  /** The JVM of our generator, as {@code bin/profiler} starts it. */
  static final List<String> JVM_FLAGS =
      List.of(
          System.getProperty("edgewatt.jvm", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
              .split(" ", -1));

  private Commands() {}

  static List<String> pinned(int core, List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    pinned.addAll(command);
    return pinned;
  }

  static List<String> java(List<String> flags, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Our generator; prints {@code warm} before what is to be measured. */
  static List<String> ours(String address, double rate, int seconds, int maxInFlight) {
    return java(
        JVM_FLAGS,
        GeneratorMain.class,
        List.of(
            address,
            Double.toString(rate),
            "2",
            Integer.toString(seconds),
            Integer.toString(maxInFlight),
            System.getProperty("edgewatt.warmup", "5"),
            System.getProperty("edgewatt.spin", "0")));
  }

  /** A peer at a constant rate for some seconds. */
  static List<String> peer(
      String tool, Path binary, String address, int rate, int seconds, Path scratch)
      throws IOException {
    String program = binary.toString();
    String duration = seconds + "s";
    return switch (tool) {
      case "hey" -> {
        // its rate is per worker
        int workers = rate >= 100 ? CONNECTIONS + 4 : 10;
        yield List.of(
            program,
            "-z",
            duration,
            "-c",
            Integer.toString(workers),
            "-q",
            String.format(Locale.ROOT, "%.3f", rate / (double) workers),
            address);
      }
      case "oha" ->
          List.of(
              program,
              "--no-tui",
              "--latency-correction",
              "-z",
              duration,
              "-c",
              Integer.toString(CONNECTIONS),
              "-q",
              Integer.toString(rate),
              address);
      case "k6" -> {
        Path script = scratch.resolve("k6.js");
        Files.writeString(script, k6Script(address, rate, duration));
        yield List.of(program, "run", "--quiet", "--no-usage-report", script.toString());
      }
      default -> throw new IllegalArgumentException("unknown tool " + tool);
    };
  }

  private static String k6Script(String address, int rate, String duration) {
    return """
        import http from 'k6/http';
        export const options = {
          discardResponseBodies: true,
          scenarios: { load: { executor: 'constant-arrival-rate', rate: %d, timeUnit: '1s',
            duration: '%s', preAllocatedVUs: %d, maxVUs: 200 } },
        };
        export default function () { http.get('%s'); }
        """
        .formatted(rate, duration, CONNECTIONS, address);
  }

  /** wrk knows no rate: as fast as it can on one thread. */
  static List<String> wrk(Path binary, String address, int connections, int seconds) {
    return List.of(binary.toString(), "-t1", "-c" + connections, "-d" + seconds + "s", address);
  }

  /** Looks on the PATH, then where {@code go install} and {@code cargo install} put programs. */
  static Optional<Path> find(String tool) {
    List<String> folders =
        new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator, -1)));
    folders.add(System.getProperty("user.home") + "/go/bin");
    folders.add(System.getProperty("user.home") + "/.cargo/bin");
    return folders.stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
