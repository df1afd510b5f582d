package io.github.edgewatt.forecaster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class ShellTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Subcommands that end in every way a command can. */
  @Command(name = "it", versionProvider = Version.class, mixinStandardHelpOptions = true)
  static final class It {
    @Command(name = "works")
    int works() {
      return 0;
    }

    @Command(name = "ends")
    int ends(@Parameters String how) throws UsageException, ForeseenException {
      switch (how) {
        case "asking" -> throw new UsageException("say more");
        case "failing" -> throw new ForeseenException();
        case "breaking" -> throw new IllegalStateException("never seen");
        default -> {
          return 0;
        }
      }
    }
  }

  private static final class ForeseenException extends Exception {
    private static final long serialVersionUID = 1L;

    ForeseenException() {
      super("the disk is full");
    }
  }

  private int run(String... words) {
    Shell shell =
        new Shell(
            new It(),
            e -> e instanceof ForeseenException ? OptionalInt.of(1) : OptionalInt.empty());
    return shell.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void saysHowACommandEnded() {
    assertThat(run("works")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(run("ends", "asking")).isEqualTo(2);
    assertThat(run("ends", "failing")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("edgewatt: say more", "edgewatt: the disk is full");
  }

  @Test
  void keepsWhatNobodyForesaw() throws Exception {
    assertThat(run("ends", "breaking")).isEqualTo(1);
    List<String> lines = err.toString().lines().toList();
    assertThat(lines).hasSize(1);
    String mark = "; its details are in ";
    assertThat(lines.get(0))
        .startsWith("edgewatt: unforeseen error: java.lang.IllegalStateException: never seen")
        .contains(mark);
    Path log = Path.of(lines.get(0).substring(lines.get(0).indexOf(mark) + mark.length()));
    assertThat(log).hasFileName("last-error.log");
    assertThat(Files.readString(log)).contains("ShellTest$It.ends");
  }

  @Test
  void namesTheCommandsThereAre() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("edgewatt: name a command: ")
        .contains("works", " or ", "ends", "(--help)");
  }

  @Test
  void explainsWordsItDoesNotKnow() {
    assertThat(run("works", "--more")).isEqualTo(2);
    assertThat(run("works", "-5")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "edgewatt: '--more' is not understood (see bin/it works --help)",
            "edgewatt: '-5' is negative: rates and durations are above 0");
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("edgewatt ").contains("(");
  }
}
