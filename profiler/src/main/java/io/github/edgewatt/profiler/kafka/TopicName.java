package io.github.edgewatt.profiler.kafka;

/** Which names a topic may have. */
public final class TopicName {
  /** Longest name; Kafka's own limit is 249, and the dead letters' suffix needs its share of it. */
  public static final int MOST = 200;

  /** What a refusal says a name is. */
  public static final String RULE =
      "a topic's name has up to " + MOST + " letters, digits, dots, dashes and underscores";

  private TopicName() {}

  /** Whether {@code name} is one: Kafka's own rule, but for the length. */
  public static boolean isValid(String name) {
    return name.matches("[a-zA-Z0-9._-]{1," + MOST + "}") && !name.matches("\\.{1,2}");
  }
}
