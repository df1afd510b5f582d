package io.github.edgewatt.profiler.experiment.stage;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the programs of an experiment are started: the words before their own.
 *
 * @param profiler this program; a stage's name follows
 * @param consumer the consumer; {@code serve --port …} follows
 * @param build builds the consumer where it is missing or old
 * @param kubectl Kubernetes' command
 */
public record Programs(
    List<String> profiler, List<String> consumer, List<String> build, List<String> kubectl) {

  /** Flags of a consumer's JVM: those of {@code bin/yolo-consume}, which are what is deployed. */
  static final List<String> CONSUMER_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx512m",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED");

  public Programs {
    profiler = List.copyOf(profiler);
    consumer = List.copyOf(consumer);
    build = List.copyOf(build);
    kubectl = List.copyOf(kubectl);
  }

  /**
   * The programs of this checkout. A stage runs in a JVM with this one's flags; a consumer runs
   * from its jar, so that no launcher builds it anew in the middle of a measurement.
   *
   * @param home root of the checkout
   * @param mainClass this program's
   */
  public static Programs of(Path home, String mainClass) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> profiler = new ArrayList<>(List.of(java));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (flag.startsWith("-X") || flag.startsWith("-Djava.awt") || flag.startsWith("-Dedgewatt")) {
        profiler.add(flag);
      }
    }
    profiler.add("-Dedgewatt.terminal=false");
    if (Runtime.version().feature() >= 22) {
      profiler.add("--enable-native-access=ALL-UNNAMED");
    }
    profiler.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    List<String> consumer = new ArrayList<>(List.of(java));
    consumer.addAll(CONSUMER_FLAGS);
    Path jar = home.resolve("functions/yolo-consume/target/quarkus-app/quarkus-run.jar");
    consumer.addAll(List.of("-jar", jar.toString()));
    return new Programs(
        profiler,
        consumer,
        List.of(home.resolve("bin/yolo-consume").toString(), "--version"),
        List.of("kubectl"));
  }
}
