package io.github.edgewatt.profiler.kafka;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes topics what they should be, looks until the cluster agrees, and tries them. */
public final class Topics {
  private static final long LOOK_MILLIS = 50;
  private final KafkaTarget target;
  private final Deadline deadline;

  /**
   * @param timeout for all that is asked of this object together
   */
  public Topics(KafkaTarget target, Duration timeout) {
    this.target = target;
    deadline = new Deadline(timeout, System::nanoTime);
  }

  /**
   * Makes topics and tries each with records of its own.
   *
   * @param recreate whether topics that exist go first, with all they hold
   * @throws PlatformException with one line where a topic cannot become what is planned, or where
   *     the cluster does not answer in time
   */
  public List<TopicReport> prepare(List<TopicPlan> plans, boolean recreate)
      throws PlatformException, InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(target, deadline)) {
      if (!recreate) {
        refuseBeforeAnythingChanges(admin, plans);
      }
      List<TopicReport> reports = new ArrayList<>();
      for (TopicPlan plan : plans) {
        String action = settle(admin, plan, recreate);
        reports.add(new RoundTrip(target, admin, deadline).of(plan, action));
      }
      return List.copyOf(reports);
    }
  }

  /**
   * How many partitions a topic has.
   *
   * @throws PlatformException where there is no such topic, or no answer in time
   */
  public int partitions(String topic) throws PlatformException, InterruptedException {
    try (TopicAdmin admin = new TopicAdmin(target, deadline)) {
      TopicState state = admin.state(topic);
      if (!state.exists()) {
        throw new PlatformException(
            "Kafka at %s has no topic %s: make it with bin/profiler init -n PARTITIONS"
                .formatted(target.servers(), topic));
      }
      return state.partitions();
    }
  }

  private static void refuseBeforeAnythingChanges(TopicAdmin admin, List<TopicPlan> plans)
      throws PlatformException, InterruptedException {
    for (TopicPlan plan : plans) {
      if (TopicStep.next(plan, admin.state(plan.name()), false) instanceof TopicStep.Refuse no) {
        throw new PlatformException(no.why());
      }
    }
  }

  /** Looks and acts until a look finds the plan. */
  private String settle(TopicAdmin admin, TopicPlan plan, boolean recreate)
      throws PlatformException, InterruptedException {
    String action = "kept";
    boolean delete = recreate;
    String awaited = "topic " + plan.name() + " is not what was asked for";
    while (!deadline.isOver()) {
      TopicStep step = TopicStep.next(plan, admin.state(plan.name()), delete);
      if (step instanceof TopicStep.Done) {
        return action;
      } else if (step instanceof TopicStep.Refuse no) {
        throw new PlatformException(no.why());
      } else if (step instanceof TopicStep.Delete) {
        admin.delete(plan.name());
        awaited = "topic " + plan.name() + " is still being deleted";
        awaitGone(admin, plan.name(), awaited);
        // Once only: what comes back by itself is grown, not deleted for ever.
        delete = false;
        action = "made anew";
      } else if (step instanceof TopicStep.Create) {
        admin.create(plan);
        delete = false;
        action = action.equals("kept") ? "created" : action;
      } else if (step instanceof TopicStep.Grow grow) {
        admin.grow(plan);
        action = action.equals("kept") ? "grown from " + grow.from() : action;
      } else if (step instanceof TopicStep.Enlarge) {
        admin.enlarge(plan);
        action = action.equals("kept") ? "kept, larger messages allowed" : action;
      } else if (step instanceof TopicStep.Await await) {
        awaited = await.why();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw late(awaited);
  }

  private void awaitGone(TopicAdmin admin, String topic, String awaited)
      throws PlatformException, InterruptedException {
    while (admin.state(topic).exists()) {
      if (deadline.isOver()) {
        throw late(awaited);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private PlatformException late(String awaited) {
    return new PlatformException(
        awaited + " after " + deadline.whole().toSeconds() + " s: give more --timeout");
  }
}
