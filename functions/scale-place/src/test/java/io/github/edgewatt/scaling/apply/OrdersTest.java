package io.github.edgewatt.scaling.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scaling.TestPods;
import io.github.edgewatt.steering.loop.Leadership;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OrdersTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void whatFailsKeepsNoOtherBack() {
    Applier applier =
        order -> {
          if (((Order.Create) order).identity().equals("1")) {
            throw new IllegalStateException("quota exceeded");
          }
          return new DryRun().apply(order);
        };
    try (Orders orders = new Orders(applier, Leadership.ALONE, 1, LONG)) {
      List<Applied> applied = orders.apply(creations(3));
      assertThat(applied).extracting(Applied::done).containsExactly(true, false, true);
      assertThat(applied.get(1).failure()).contains("quota exceeded");
      assertThat(applied).extracting(Applied::order).isEqualTo(creations(3));
    }
  }

  @Test
  void whatIsNotAnsweredInTimeIsToldOf() {
    CountDownLatch never = new CountDownLatch(1);
    Applier applier =
        order -> {
          if (((Order.Create) order).identity().equals("0")) {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          return new DryRun().apply(order);
        };
    try (Orders orders = new Orders(applier, Leadership.ALONE, 2, Duration.ofMillis(300))) {
      List<Applied> applied = orders.apply(creations(2));
      assertThat(applied.get(0).failure()).contains("not done within 300 ms");
      assertThat(applied.get(1).done()).isTrue();
    }
  }

  @Test
  void severalAreDoneAtOnce() {
    CyclicBarrier both = new CyclicBarrier(2);
    Applier applier =
        order -> {
          try {
            both.await(20, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return new DryRun().apply(order);
        };
    try (Orders orders = new Orders(applier, Leadership.ALONE, 2, LONG)) {
      assertThat(orders.apply(creations(2))).allMatch(Applied::done);
    }
  }

  @Test
  void whoLeadsNoMoreDoesNothingMore() {
    boolean[] leading = {true};
    Leadership leadership =
        new Leadership() {
          @Override
          public boolean leading() {
            return leading[0];
          }

          @Override
          public Optional<String> leader() {
            return Optional.empty();
          }

          @Override
          public void close() {
            leading[0] = false;
          }
        };
    Applier applier =
        order -> {
          leading[0] = false;
          return new DryRun().apply(order);
        };
    try (Orders orders = new Orders(applier, leadership, 1, LONG)) {
      List<Applied> applied = orders.apply(creations(2));
      assertThat(applied.get(0).done()).isTrue();
      assertThat(applied.get(1).failure()).contains("not done: this process leads no more");
    }
  }

  private static List<Order> creations(int count) {
    return IntStream.range(0, count)
        .<Order>mapToObj(
            i ->
                new Order.Create(
                    TestPods.creation(TestPods.pod("one", "a"), "a", "b"), String.valueOf(i)))
        .toList();
  }
}
