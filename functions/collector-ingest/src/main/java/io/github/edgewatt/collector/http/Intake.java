package io.github.edgewatt.collector.http;

import io.github.edgewatt.collector.event.Checked;
import io.github.edgewatt.collector.event.EventFields;
import io.github.edgewatt.collector.event.EventReader;
import io.github.edgewatt.collector.event.FpgaEvent;
import io.github.edgewatt.collector.window.Nodes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes events, from whichever route, and says what became of them. */
@Singleton
class Intake {
  private final Nodes nodes;
  private final Figures figures;
  private final Answer notOurs;

  @Inject
  Intake(Collector collector, Figures figures) {
    this.nodes = collector.nodes();
    this.figures = figures;
    this.notOurs =
        Answer.of(
            400,
            nodes
                .only()
                .map(name -> "Error parsing node: this collector is " + name + "'s")
                .orElse("Error parsing node: say whose event it is, ?node=NAME"));
  }

  /** Checks and counts an event; nothing of it is kept unless it is taken. */
  Answer take(Optional<EventFields> fields) {
    long now = System.currentTimeMillis();
    Checked checked =
        fields.map(read -> EventReader.check(read, now)).orElseGet(EventReader::unreadable);
    if (checked instanceof Checked.Good good) {
      return count(fields.get().node(), good.event(), now);
    }
    return refuse(Answer.of(400, ((Checked.Bad) checked).text()));
  }

  /** Counts a refusal that was decided before the event was read. */
  Answer refuse(Answer answer) {
    figures.refused();
    return answer;
  }

  private Answer count(String node, FpgaEvent event, long now) {
    return switch (nodes.add(node, event, now)) {
      case COUNTED -> {
        figures.accepted();
        yield Answer.OK;
      }
      case LATE -> {
        figures.late();
        yield Answer.LATE;
      }
      case NOT_OURS -> refuse(notOurs);
      case TOO_MANY -> refuse(Answer.of(503, "as many nodes report as this collector takes"));
    };
  }
}
