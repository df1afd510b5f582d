package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.view.Progress;
import io.github.edgewatt.profiler.kafka.track.view.TableView;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tracker's table with colour, and without as {@code NO_COLOR} asks. */
class TrackCommandColoursTest {
  private static String lastLine(boolean coloured) {
    Ledger ledger = new Ledger();
    ledger.add(TestResults.numbered("1"));
    ledger.add(TestResults.numbered("1"));
    StringWriter text = new StringWriter();
    new TableView(new PrintWriter(text), () -> 0, new Colours(coloured)::warn)
        .progress(new Progress(ledger, new Sources(), 0, Optional.empty()));
    return text.toString().lines().reduce((before, line) -> line).orElseThrow();
  }

  @Test
  void onlyWhatIsWrongIsYellow() {
    assertThat(lastLine(true)).isEqualTo("2 results\u001b[33m, 1 twice\u001b[0m");
  }

  @Test
  void withoutColour() {
    assertThat(lastLine(false)).isEqualTo("2 results, 1 twice");
  }
}
