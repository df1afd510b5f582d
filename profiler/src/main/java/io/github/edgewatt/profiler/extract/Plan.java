package io.github.edgewatt.profiler.extract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked for; the top of a snapshot's {@code extract.json}.
 *
 * @param span the instants
 * @param segmentPoints instants in a query at most
 * @param format what is left
 * @param servers where, and which metrics
 */
public record Plan(Span span, long segmentPoints, Format format, List<Source> servers) {
  public Plan {
    servers = List.copyOf(servers);
  }

  /**
   * One server's share.
   *
   * @param url its address
   * @param rule which of its metrics
   * @param known how many metrics it has in all
   * @param metrics the names that are extracted
   */
  public record Source(String url, NameRule rule, int known, List<String> metrics) {
    public Source {
      metrics = List.copyOf(metrics);
    }
  }

  /** The same, leaving something else. */
  public Plan withFormat(Format other) {
    return new Plan(span, segmentPoints, other, servers);
  }

  /** The segments of every metric. */
  @JsonIgnore
  public List<Segment> segments() {
    return new SegmentSize(segmentPoints).cut(span);
  }

  /**
   * All metrics, each with a folder of its own: a name that two servers have gets {@code @} and the
   * server's number behind it on the second, which no encoded name holds.
   */
  @JsonIgnore
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int server = 0; server < servers.size(); server++) {
      for (String name : servers.get(server).metrics()) {
        String folder = MetricName.folder(name);
        if (!taken.add(folder)) {
          folder = folder + "@" + (server + 1);
          taken.add(folder);
        }
        all.add(new Metric(server, name, folder));
      }
    }
    return all;
  }
}
