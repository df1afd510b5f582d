package io.github.edgewatt.cluster.redis;

import io.github.edgewatt.cluster.live.ClusterSink;
import io.github.edgewatt.cluster.redis.Inbox.Message;

/** Reads messages by their channels and tells the sink. For one thread. */
final class Messages {
  static final String TELEMETRY = "telem/*";
  static final String EVENTS = "galileo/events";
  static final String TRACES = "galileo/results/traces";

  private static final double PERCENT = 100;

  private final ClusterSink sink;
  private final PodEvents pods;
  private final NodeInfos nodes;
  private final Tally tally;
  private final TelemdClocks clocks = new TelemdClocks();

  /**
   * @param pods what events make of pods; null where somebody else tells of them
   * @param nodes whom telemetry shows to be alive
   */
  Messages(ClusterSink sink, PodEvents pods, NodeInfos nodes, Tally tally) {
    this.sink = sink;
    this.pods = pods;
    this.nodes = nodes;
    this.tally = tally;
  }

  /** Takes a message; one that cannot be read is counted. */
  void take(Message message) {
    try {
      switch (message.channel()) {
        case EVENTS -> event(message.payload());
        case TRACES -> sink.trace(TraceLine.parse(message.payload()));
        default -> sample(TelemdTopic.parse(message.channel()), message.payload());
      }
      tally.taken();
    } catch (RuntimeException e) {
      // Whatever a message does, the next one is read.
      tally.unreadable(message.channel(), RedisClients.reason(e));
    }
  }

  private void event(String payload) {
    EventMessage event = EventMessage.parse(payload);
    if (pods != null) {
      pods.take(event);
    }
  }

  private void sample(TelemdTopic topic, String payload) {
    nodes.heard(topic.node());
    if (topic.nodeCpu()) {
      TelemdSample sample = TelemdSample.parse(payload);
      double share = sample.value() / PERCENT;
      sink.nodeCpu(topic.node(), clocks.at(topic.node(), sample.time()), share);
    } else if (topic.containerCpu()) {
      TelemdSample sample = TelemdSample.parse(payload);
      if (sample.value() < 0) {
        throw new IllegalArgumentException("a CPU time below 0: " + Text.shown(payload));
      }
      sink.cpuTime(topic.subsystem(), clocks.at(topic.node(), sample.time()), sample.value());
    }
  }
}
