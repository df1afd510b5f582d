package io.github.edgewatt.profiler.kafka.track.count;

import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results by consumer; those that come after the first {@value #MOST} share one entry. */
public final class Sources {
  static final int MOST = 256;

  /** The name under which further consumers are counted together. */
  public static final String OTHERS = "others";

  /** One consumer's results. */
  public static final class Source {
    private final Latencies latencies = new Latencies(2);
    private long received;

    public long received() {
      return received;
    }

    public Latencies latencies() {
      return latencies;
    }
  }

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Latencies all = new Latencies(3);
  private long skewed;
  private double worstSkewMillis;
  private double firstMillis = Double.NaN;
  private double lastMillis = Double.NaN;

  /** Counts a result; returns the name it is counted under. */
  public String add(TrackedResult result) {
    String name = result.source();
    if (!sources.containsKey(name) && sources.size() >= MOST) {
      name = OTHERS;
    }
    Source source = sources.computeIfAbsent(name, key -> new Source());
    source.received++;
    source.latencies.add(result.total());
    all.add(result.total());
    if (result.isSkewed()) {
      skewed++;
      worstSkewMillis = Math.max(worstSkewMillis, -result.queue());
    }
    firstMillis = Double.isNaN(firstMillis) ? result.startTime() : least(result.startTime());
    lastMillis = Double.isNaN(lastMillis) ? result.finished() : most(result.finished());
    return name;
  }

  private double least(double millis) {
    return Double.isNaN(millis) ? firstMillis : Math.min(firstMillis, millis);
  }

  private double most(double millis) {
    return Double.isNaN(millis) ? lastMillis : Math.max(lastMillis, millis);
  }

  /** By name, in the order they were first seen. */
  public Map<String, Source> bySource() {
    return Collections.unmodifiableMap(sources);
  }

  public Latencies all() {
    return all;
  }

  /** How many images came to a consumer before they were sent: its clock is behind. */
  public long skewed() {
    return skewed;
  }

  /** By how much at worst, in milliseconds. */
  public double worstSkewMillis() {
    return worstSkewMillis;
  }

  /** When the first image was sent, in milliseconds since the epoch; NaN while unknown. */
  public double firstMillis() {
    return firstMillis;
  }

  /** When the last detection was done, in milliseconds since the epoch; NaN while unknown. */
  public double lastMillis() {
    return lastMillis;
  }
}
