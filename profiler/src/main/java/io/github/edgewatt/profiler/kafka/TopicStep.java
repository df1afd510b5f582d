package io.github.edgewatt.profiler.kafka;

/** What brings a topic nearer to its plan: a rule of the two alone. */
sealed interface TopicStep {
  /** It is as planned. */
  record Done() implements TopicStep {}

  /** Nothing to do but to look again: a leader is being elected. */
  record Await(String why) implements TopicStep {}

  /** It is made. */
  record Create() implements TopicStep {}

  /** It gets more partitions; what it holds stays. */
  record Grow(int from) implements TopicStep {}

  /** It is told to take larger messages. */
  record Enlarge() implements TopicStep {}

  /** It goes, with all it holds. */
  record Delete() implements TopicStep {}

  /** It cannot become what is planned without losing what it holds. */
  record Refuse(String why) implements TopicStep {}

  /**
   * The next step.
   *
   * @param recreate whether what the topic holds may go
   */
  static TopicStep next(TopicPlan plan, TopicState state, boolean recreate) {
    if (!state.exists()) {
      return new Create();
    }
    if (recreate) {
      return new Delete();
    }
    if (state.partitions() > plan.partitions()) {
      return new Refuse(
          "topic %s has %d partitions and cannot shrink to %d: ask for -n %d, or --recreate, which"
                  .formatted(plan.name(), state.partitions(), plan.partitions(), state.partitions())
              + " deletes what it holds");
    }
    if (plan.replication().isPresent() && state.replication() != plan.replication().get()) {
      return new Refuse(
          "topic %s has replication %d, not %d: ask for --replication %d, or --recreate, which"
                  .formatted(
                      plan.name(),
                      state.replication(),
                      plan.replication().get(),
                      state.replication())
              + " deletes what it holds");
    }
    if (state.partitions() < plan.partitions()) {
      return new Grow(state.partitions());
    }
    if (state.maxMessageBytes() < plan.maxMessageBytes()) {
      return new Enlarge();
    }
    return state.leaderless() > 0
        ? new Await(state.leaderless() + " partitions of " + plan.name() + " have no leader")
        : new Done();
  }
}
