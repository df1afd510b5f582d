package io.github.edgewatt.profiler.experiment.figures;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.measure.MeasuredFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One measurement as numbers.
 *
 * @param facts of the experiment
 * @param feed of the feeder
 * @param track of the tracker
 * @param usage of the consumers' processes
 */
public record MeasurementFigures(
    MeasuredFacts facts, FeedFigures feed, TrackFigures track, UsageFigures usage) {
  /** A feeder that is later than this did not keep its curve. */
  private static final double MOST_LAG_MS = 1_000;

  private static final double LEAST_SHARE = 0.98;

  /** Reads a measurement's folder. */
  public static MeasurementFigures read(Path folder) throws DatasetException {
    MeasuredFacts facts = MeasuredFacts.read(folder);
    FeedFigures feed = FeedFigures.read(folder);
    return new MeasurementFigures(
        facts, feed, TrackFigures.read(folder, feed), UsageFigures.read(folder));
  }

  /** Seconds from the first image to the last result. */
  public double seconds() {
    return (track.lastMs() - feed.startMs()) / 1_000;
  }

  /** Images a second that one consumer answered, over {@link #seconds}. */
  public double perConsumer() {
    return track.unique() / seconds() / facts.consumers();
  }

  /** CPU ms of the consumers for an image, their idling between images included. */
  public double cpuMsPerImage() {
    return usage.cpuSeconds(feed.startMs(), track.lastMs()) * 1_000 / track.unique();
  }

  /** Joules of the node for an image, its idling included. */
  public double joulesPerImage() {
    return facts.joules() == null ? Double.NaN : facts.joules() / track.unique();
  }

  /** Side of the model's input: what answers tell, else what was asked for; empty for neither. */
  public String resolution() {
    if (!track.side().isEmpty()) {
      return track.side();
    }
    return facts.resolution() == null ? "" : facts.resolution().toString();
  }

  /** A sentence where the model's input is not what was asked for. */
  public Optional<String> otherResolution() {
    return facts.resolution() == null || resolution().equals(facts.resolution().toString())
        ? Optional.empty()
        : Optional.of(
            "the model's input is %s, not the %d that was asked for"
                .formatted(resolution(), facts.resolution()));
  }

  /** Images with one whole answer. */
  public long valid() {
    return Math.max(0, track.unique() - track.withErrors());
  }

  /** What spoils the measurement or part of it; empty where all is as asked. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (track.missing() > 0) {
      faults.add(track.missing() + " images have no answer");
    }
    if (feed.failed() > 0) {
      faults.add(feed.failed() + " images could not be sent");
    }
    if (track.withErrors() > 0) {
      faults.add(track.withErrors() + " answers tell an error");
    }
    if (track.unknown() > 0) {
      faults.add(track.unknown() + " answers are of images nobody sent");
    }
    if (feed.maxLagMs() > MOST_LAG_MS) {
      faults.add("the feeder was up to %.1f s late".formatted(feed.maxLagMs() / 1_000));
    }
    if (feed.achievedMbps() < LEAST_SHARE * feed.askedMbps()) {
      faults.add(
          "the feeder reached %.0f %% of what was asked"
              .formatted(100 * feed.achievedMbps() / feed.askedMbps()));
    }
    faults.addAll(facts.notes());
    return faults;
  }
}
