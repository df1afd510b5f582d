package io.github.edgewatt.profiler.experiment.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.experiment.measure.MeasuredFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  /** The feed began at this epoch ms. */
  private static final long T0 = 1_700_000_000_000L;

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Golden.write(folder);
  }

  @Test
  void readsTheFeed() throws Exception {
    FeedFigures feed = FeedFigures.read(folder);

    assertThat(feed.sent()).isEqualTo(40);
    assertThat(feed.failed()).isEqualTo(1);
    assertThat(feed.achievedMbps()).isEqualTo(0.5);
    assertThat(feed.slices()).hasSize(2);
    assertThat(feed.slices().get(1))
        .isEqualTo(new Slice(T0 + 2_000, T0 + 4_000, 15, 30, 1_500_000, 3.5));
  }

  @Test
  void countsLatencyFromTheFeederToTheEndOfDetection() throws Exception {
    TrackFigures track = TrackFigures.read(folder, FeedFigures.read(folder));

    assertThat(track.unique()).isEqualTo(38);
    assertThat(track.missing()).isEqualTo(2);
    assertThat(track.duplicates()).isEqualTo(1);
    assertThat(track.withErrors()).isEqualTo(1);
    // 39 rows of 10, 20, … 390 ms.
    assertThat(track.p50()).isCloseTo(200, within(1.0));
    assertThat(track.max()).isCloseTo(390, within(1.0));
    assertThat(track.sources())
        .extracting(SourceFigures::source, SourceFigures::images)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("consumer-1", 20L),
            org.assertj.core.groups.Tuple.tuple("consumer-2", 19L));
    assertThat(track.sources().get(0).inferenceMean()).isCloseTo(7, within(1e-9));
  }

  @Test
  void theQueueIsWhatWasSentAndNotAnswered() throws Exception {
    List<TimeBin> bins = TrackFigures.read(folder, FeedFigures.read(folder)).bins();

    // Answered are 9 images in the first second; sent are 5, half of the first slice's 10.
    assertThat(bins.get(0).answeredPerSecond()).isEqualTo(9);
    assertThat(bins.get(0).waiting()).isZero();
    // 10 in each further second; 40 sent at the end.
    assertThat(bins.get(3).waiting()).isEqualTo(40 - 39);
  }

  @Test
  void cpuIsTheCountersDifferenceBetweenInterpolatedEnds() throws Exception {
    UsageFigures usage = UsageFigures.read(folder);

    // consumer-1: 1 s a second; consumer-2: half of it.
    assertThat(usage.cpuSeconds(T0 + 500, T0 + 2_500)).isCloseTo(3, within(1e-6));
    assertThat(usage.cpuSeconds(T0, T0)).isNaN();
    assertThat(UsageFigures.read(folder.resolve("logs")).cpuSeconds(T0, T0 + 1)).isNaN();
  }

  @Test
  void tellsAllThatSpoilsIt() throws Exception {
    MeasurementFigures figures = MeasurementFigures.read(folder);

    assertThat(figures.valid()).isEqualTo(37);
    assertThat(figures.joulesPerImage()).isNaN();
    assertThat(figures.perConsumer()).isCloseTo(38 / figures.seconds() / 2, within(1e-9));
    assertThat(figures.faults())
        .containsExactly(
            "2 images have no answer",
            "1 images could not be sent",
            "1 answers tell an error",
            "the feeder reached 83 % of what was asked",
            "consumer-2 ended with 137 in the middle");
  }

  @Test
  void theSideIsTheOneThatWasUsed() throws Exception {
    assertThat(MeasurementFigures.read(folder).otherResolution()).isEmpty();
    Path csv = folder.resolve("yolo_outputs/1700000000_synthetic-0.2/1.csv");
    Files.writeString(csv, Files.readString(csv).replace("320, 320", "416, 416"));
    Files.delete(csv.resolveSibling("0.csv"));

    MeasurementFigures figures = MeasurementFigures.read(folder);

    assertThat(figures.resolution()).isEqualTo("416");
    assertThat(figures.otherResolution())
        .contains("the model's input is 416, not the 320 that was asked for");
    assertThat(TrackFigures.side("[1, 3, 480, 640]")).isEqualTo("480x640");
    assertThat(TrackFigures.side("unknown")).isEmpty();
  }

  @Test
  void publishedTablesWithoutFinishAddUpTheirParts() throws Exception {
    Path csv = folder.resolve("yolo_outputs/1700000000_synthetic-0.2/0.csv");
    Files.writeString(
        csv,
        """
        ,source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id
        0,10.0.0.1,m,"[1, 3, 640, 640]",1.0,2.0,30.0,0.5,7.5,1700000000000,1700000000007,0
        1,10.0.0.1,m
        """);

    Files.delete(csv.resolveSibling("1.csv"));

    TrackFigures track = TrackFigures.read(folder, FeedFigures.read(folder));

    assertThat(track.p50()).isCloseTo(40, within(0.1));
    assertThat(track.side()).isEqualTo("640");
    assertThat(track.lastMs()).isEqualTo(T0 + 40);
  }

  @Test
  void factsSurviveTheirFile() throws Exception {
    MeasuredFacts facts = MeasuredFacts.read(folder);
    facts.write(folder);
    assertThat(MeasuredFacts.read(folder)).isEqualTo(facts);
    assertThat(facts.joules()).isNull();
    assertThat(facts.consumers()).isEqualTo(2);
  }
}
