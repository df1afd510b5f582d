package io.github.edgewatt.scaling.apply;

/** Does nothing, and says what would have been done. */
public final class DryRun implements Applier {
  @Override
  public Applied apply(Order order) {
    return Applied.pod(
        order, order instanceof Order.Create create ? PodNames.of(create, 0) : order.pod().name());
  }
}
