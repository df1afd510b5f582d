package io.github.edgewatt.profiler.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerdictRuleTest {

  /** A window without fault; each test spoils one figure. */
  private static final class Window {
    long due = 1_000;
    long sent = 1_000;
    long dropped;
    double lagMicros = 150;
    double pauseMillis = 3;
    double idlePercent = 5;
    double foreignPercent = 2;
    double platformPercent;
    double cpuPercent = 60;
    boolean generatorOnNode = true;
    String meterProblem = "";
    String functionFailure = "";
    boolean overloaded;
    boolean restTimedOut;

    List<String> notes = List.of();

    Verdict judge() {
      return VerdictRule.judge(
          new WindowQuality(
              due,
              sent,
              dropped,
              50,
              lagMicros,
              pauseMillis,
              idlePercent,
              foreignPercent,
              50,
              platformPercent,
              cpuPercent,
              2,
              generatorOnNode,
              meterProblem,
              functionFailure,
              overloaded,
              notes,
              restTimedOut));
    }
  }

  private static Verdict judge(UnaryOperator<Window> spoil) {
    return spoil.apply(new Window()).judge();
  }

  @Test
  void aWindowWithoutFaultIsValid() {
    assertThat(new Window().judge()).isEqualTo(Verdict.valid());
  }

  @Test
  void whatTheMeterNotesStaysWithAValidRow() {
    Verdict verdict =
        judge(
            w -> {
              w.notes = List.of("window of 20 s holds 2 scrapes of 10 s");
              w.restTimedOut = true;
              return w;
            });
    assertThat(verdict.isValid()).isTrue();
    assertThat(verdict.reasons())
        .containsExactly("window of 20 s holds 2 scrapes of 10 s", "rest ended by its time limit");
  }

  @Test
  void unsentRequestsAreTheGeneratorsFault() {
    Verdict verdict =
        judge(
            w -> {
              w.sent = 985;
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
    assertThat(verdict.reasons()).containsExactly("sent 49.3/s of 50.0/s");
    assertThat(
            judge(
                    w -> {
                      w.sent = 991;
                      return w;
                    })
                .isValid())
        .isTrue();
  }

  @Test
  void lagAndPausesAreTheGeneratorsFault() {
    assertThat(
            judge(
                    w -> {
                      w.lagMicros = 9_000;
                      return w;
                    })
                .reasons())
        .containsExactly("send lag p99 9.0 ms");
    assertThat(
            judge(
                    w -> {
                      w.pauseMillis = 101;
                      return w;
                    })
                .reasons())
        .containsExactly("generator paused for 101 ms");
  }

  @Test
  void theNodesSaturationExcusesTheGenerator() {
    Verdict starved =
        judge(
            w -> {
              w.lagMicros = 9_000;
              w.cpuPercent = 198;
              return w;
            });
    assertThat(starved.kind()).isEqualTo(Verdict.Kind.OVERLOAD_ONLY);
    Verdict elsewhere =
        judge(
            w -> {
              w.lagMicros = 9_000;
              w.cpuPercent = 198;
              w.generatorOnNode = false;
              return w;
            });
    assertThat(elsewhere.kind()).isEqualTo(Verdict.Kind.INVALID);
  }

  @Test
  void dropsAreAnOverloadLabel() {
    Verdict verdict =
        judge(
            w -> {
              w.sent = 800;
              w.dropped = 200;
              w.overloaded = true;
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.OVERLOAD_ONLY);
    assertThat(verdict.reasons())
        .containsExactly("in-flight cap reached, 200 of 1000 requests dropped");
  }

  @Test
  void aDeadFunctionIsAnOverloadLabel() {
    assertThat(
            judge(
                    w -> {
                      w.functionFailure = "nmap exited with 137";
                      return w;
                    })
                .kind())
        .isEqualTo(Verdict.Kind.OVERLOAD_ONLY);
  }

  @Test
  void meterFaultsAreNeverExcused() {
    Verdict verdict =
        judge(
            w -> {
              w.meterProblem = "only 2 samples";
              w.overloaded = true;
              w.cpuPercent = 200;
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
    assertThat(verdict.reasons()).containsExactly("only 2 samples");
  }

  @Test
  void aDeadFunctionExcusesWhatFoundNoConnection() {
    Verdict verdict =
        judge(
            w -> {
              w.sent = 500;
              w.functionFailure = "nmap exited with 137";
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.OVERLOAD_ONLY);
  }

  @Test
  void aNodeThatIsBusyAtRestTellsNothing() {
    Verdict verdict =
        judge(
            w -> {
              w.idlePercent = 81;
              w.overloaded = true;
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
    assertThat(verdict.reasons()).containsExactly("the node was busy before the load, 81 % CPU");
    assertThat(
            judge(
                    w -> {
                      w.idlePercent = 79;
                      return w;
                    })
                .isValid())
        .isTrue();
  }

  @Test
  void somebodyElsesCpuSpoilsTheRow() {
    Verdict verdict =
        judge(
            w -> {
              w.foreignPercent = 57;
              return w;
            });
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.INVALID);
    assertThat(verdict.reasons()).containsExactly("something else used 57 % CPU in the window");
    assertThat(
            judge(
                    w -> {
                      w.foreignPercent = 14;
                      return w;
                    })
                .isValid())
        .isTrue();
    assertThat(
            judge(
                    w -> {
                      w.foreignPercent = Double.NaN;
                      return w;
                    })
                .isValid())
        .isTrue();
  }

  @Test
  void whatTheGatewayMayTakeComesOnTop() {
    Window window = new Window();
    window.platformPercent = 50;
    window.foreignPercent = 64;
    assertThat(window.judge().isValid()).isTrue();
    window.foreignPercent = 66;
    assertThat(window.judge().reasons())
        .containsExactly("something else used 66 % CPU in the window");
  }

  @Test
  void aTimedOutRestIsAWarning() {
    Verdict verdict =
        judge(
            w -> {
              w.restTimedOut = true;
              return w;
            });
    assertThat(verdict.isValid()).isTrue();
    assertThat(verdict.reasons()).containsExactly("rest ended by its time limit");
  }
}
