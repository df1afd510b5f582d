package io.github.edgewatt.profiler.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveRunTest {
  private static final long SECOND = 1_000_000_000L;
  @TempDir Path folder;

  private final FakeFeedClock clock = new FakeFeedClock();
  private final Deliveries deliveries = new Deliveries(clock);
  private final List<Long> ids = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<Integer> images = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<FeedProgress> slices = new ArrayList<>();
  private boolean stopped;
  private SliceTally tally;

  /** Takes everything; a test overrides what happens at an offer. */
  private class Taker implements ImageSender {
    @Override
    public boolean offer(long id, byte[] image) {
      ids.add(id);
      times.add(clock.elapsed());
      images.add((int) image[0]);
      deliveries.taken();
      deliveries.delivered(image.length);
      return true;
    }

    @Override
    public void close(Duration patience) {
      // Nothing is open.
    }
  }

  private final FeedListener listener =
      new FeedListener() {
        @Override
        public void slice(FeedProgress progress) {
          slices.add(progress);
        }

        @Override
        public void going(FeedProgress progress) {
          // Looked at where slices end.
        }

        @Override
        public void warned(String line) {
          warnings.add(line);
        }
      };

  private static FeedOptions linear(double mbps, int seconds, int slices) {
    return new FeedOptions(
        FeedOptions.Shape.LINEAR,
        mbps,
        Duration.ofSeconds(seconds),
        slices,
        1,
        0,
        1,
        100,
        true,
        1,
        Duration.ofSeconds(10));
  }

  private long run(FeedOptions options, SizedImages set, ImageSender sender) throws Exception {
    int first = 1 % set.count();
    try (FeedFile file = FeedFile.create(folder)) {
      Reporter reporter = new Reporter(file, listener, deliveries, clock, options.slices());
      tally = reporter.tally();
      return new CurveRun(options, set, first, sender, deliveries, reporter, clock, () -> stopped)
          .send();
    }
  }

  private List<String> rows() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("feed.csv"));
    assertThat(lines.get(0)).isEqualTo(SliceRow.HEADER);
    return lines.subList(1, lines.size());
  }

  @Test
  void everyImageLeavesWhenItIsDue() throws Exception {
    FeedOptions options = linear(1, 24, 24);
    SizedImages set = new SizedImages(30_000, 50_000, 70_000);
    long sent = run(options, set, new Taker());
    ByteSchedule schedule = options.schedule();
    assertThat(sent).isEqualTo(ids.size()).isBetween(240L, 260L);
    assertThat(ids).containsExactlyElementsOf(LongStream.range(100, 100 + sent).boxed().toList());
    long bytes = 0;
    for (int k = 0; k < sent; k++) {
      int image = (1 + k) % 3;
      assertThat(images.get(k)).isEqualTo(image);
      assertThat(times.get(k)).isEqualTo(schedule.dueNanos(bytes, set.bytes(image)));
      bytes += set.bytes(image);
    }
    assertThat((double) bytes).isCloseTo(schedule.totalBytes(), within(35_001.0));
    assertThat(clock.elapsed()).isEqualTo(24 * SECOND);
    assertThat(tally.maxLagMillis()).isZero();
    assertThat(rows()).hasSize(24);
    assertThat(slices).hasSize(24);
    // The last slice asks for all of it: 1 MB/s of 50 kB images.
    String[] last = rows().get(23).split(",", -1);
    assertThat(last[1]).isEqualTo(String.valueOf(FakeFeedClock.EPOCH_MILLIS + 23_000));
    assertThat(last[2]).isEqualTo("1.000000");
    assertThat(last[3]).isEqualTo("20.000");
    assertThat(Double.parseDouble(last[6])).isCloseTo(1, within(0.07));
  }

  @Test
  void whatAPauseDelayedLeavesAtOnceAndIsTold() throws Exception {
    FeedOptions options = linear(1, 24, 24);
    SizedImages set = new SizedImages(50_000);
    long undisturbed = Math.round(options.schedule().totalBytes() / 50_000);
    Taker stalls =
        new Taker() {
          @Override
          public boolean offer(long id, byte[] image) {
            if (id == 150) {
              clock.pass(3 * SECOND);
            }
            return super.offer(id, image);
          }
        };
    long sent = run(options, set, stalls);
    assertThat(sent).isEqualTo(undisturbed);
    assertThat(ids).hasSize((int) sent).doesNotHaveDuplicates();
    int late = 150 - 100;
    assertThat(tally.maxLagMillis()).isCloseTo(3_000, within(3.0));
    // The backlog of 3 s leaves in no time, and then each is on time again.
    assertThat(times.get(late + 10)).isEqualTo(times.get(late));
    assertThat(times.get((int) sent - 1))
        .isEqualTo(options.schedule().dueNanos((sent - 1) * 50_000, 50_000));
    assertThat(rows()).hasSize(24);
    long inRows = 0;
    for (String row : rows()) {
      inRows += Long.parseLong(row.split(",", -1)[4]);
    }
    assertThat(inRows).isEqualTo(sent);
  }

  @Test
  void aFullBufferHoldsTheImageNotTheIds() throws Exception {
    Taker full =
        new Taker() {
          @Override
          public boolean offer(long id, byte[] image) {
            if (clock.elapsed() > 10 * SECOND && clock.elapsed() < 15 * SECOND) {
              clock.pass(SECOND / 2);
              return false;
            }
            return super.offer(id, image);
          }
        };
    long sent = run(linear(1, 24, 24), new SizedImages(50_000, 50_000), full);
    assertThat(ids).containsExactlyElementsOf(LongStream.range(100, 100 + sent).boxed().toList());
    assertThat(deliveries.failures()).isZero();
    assertThat(tally.maxLagMillis()).isBetween(4_000.0, 5_600.0);
  }

  @Test
  void anImageNobodyTakesIsGivenUpByName() throws Exception {
    Taker full =
        new Taker() {
          @Override
          public boolean offer(long id, byte[] image) {
            if (id == 103) {
              clock.pass(SECOND);
              return false;
            }
            return super.offer(id, image);
          }
        };
    long sent = run(linear(1, 24, 24), new SizedImages(50_000, 50_000), full);
    assertThat(deliveries.failedIds()).containsExactly(103L);
    assertThat(deliveries.firstReason()).isEqualTo("no room for it within 10 s");
    assertThat(deliveries.delivered()).isEqualTo(sent - 1);
    assertThat(ids).doesNotContain(103L).hasSize((int) sent - 1);
    assertThat(deliveries.waiting()).isZero();
  }

  @Test
  void silenceIsToldOnceAndItsEndToo() throws Exception {
    Taker mute =
        new Taker() {
          @Override
          public boolean offer(long id, byte[] image) {
            boolean away = clock.elapsed() > 5 * SECOND && clock.elapsed() < 12 * SECOND;
            deliveries.taken();
            if (!away) {
              while (deliveries.waiting() > 0) {
                deliveries.delivered(image.length);
              }
            }
            return true;
          }
        };
    run(linear(1, 24, 24), new SizedImages(50_000, 50_000), mute);
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).startsWith("Kafka has not answered for 3 s: ");
    assertThat(warnings.get(1)).startsWith("Kafka answers again");
  }

  @Test
  void aStopKeepsTheSliceItIsIn() throws Exception {
    Taker stops =
        new Taker() {
          @Override
          public boolean offer(long id, byte[] image) {
            stopped = id == 119;
            return super.offer(id, image);
          }
        };
    long sent = run(linear(1, 24, 24), new SizedImages(50_000, 50_000), stops);
    assertThat(sent).isEqualTo(20);
    assertThat(rows().stream().mapToLong(row -> Long.parseLong(row.split(",", -1)[4])).sum())
        .isEqualTo(20);
  }

  @Test
  void anEarlierFeedStays() throws Exception {
    run(linear(1, 1, 1), new SizedImages(50_000, 50_000), new Taker());
    List<String> before = rows();
    assertThatThrownBy(() -> FeedFile.create(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(folder + " already holds a feed: choose another --output");
    assertThatThrownBy(() -> Feed.checkFree(folder)).isInstanceOf(DatasetException.class);
    assertThat(rows()).isEqualTo(before);
  }
}
