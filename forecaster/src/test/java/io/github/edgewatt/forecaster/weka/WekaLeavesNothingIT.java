package io.github.edgewatt.forecaster.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.clusterers.SimpleKMeans;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** In a process of its own, since Weka is set up once a process. */
class WekaLeavesNothingIT {
  @Test
  void noFolderAppearsAndNothingIsPrinted(@TempDir Path home, @TempDir Path temporary)
      throws Exception {
    Path log = temporary.resolve("out.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath(),
                Training.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(log, StandardCharsets.UTF_8)).isEqualTo("grouped 1 2" + nl());
    assertThat(process.exitValue()).isZero();
    assertThat(entries(home)).isEmpty();
    assertThat(entries(temporary)).containsExactly("out.log");
  }

  private static String nl() {
    return System.lineSeparator();
  }

  private static String classPath() {
    String whole = System.getProperty("surefire.test.class.path");
    return whole == null ? System.getProperty("java.class.path") : whole;
  }

  private static List<String> entries(Path folder) throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> !name.startsWith("hsperfdata"))
          .toList();
    }
  }

  /** What a trainer does. */
  static final class Training {
    public static void main(String[] args) throws Exception {
      String home = System.getProperty("WEKA_HOME");
      String libraries = System.getProperty("java.library.path");
      WekaSetup.ready();
      if (!Objects.equals(home, System.getProperty("WEKA_HOME"))
          || !libraries.equals(System.getProperty("java.library.path"))) {
        throw new AssertionError("properties changed");
      }
      Instances points = new Instances("p", new ArrayList<>(List.of(new Attribute("x"))), 3);
      for (double x : new double[] {1, 50, 51}) {
        points.add(new DenseInstance(1, new double[] {x}));
      }
      SimpleKMeans means = new SimpleKMeans();
      means.setNumClusters(2);
      means.buildClusterer(points);
      double[] sizes = means.getClusterSizes();
      Arrays.sort(sizes);
      System.out.println("grouped " + (int) sizes[0] + " " + (int) sizes[1]);
    }
  }
}
