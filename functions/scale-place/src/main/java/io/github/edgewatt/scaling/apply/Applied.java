package io.github.edgewatt.scaling.apply;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param order the order
 * @param pod the name of the pod that was made or ended; the name it would have had where nothing
 *     was done; empty where a Deployment was scaled up
 * @param deployment the Deployment that was scaled, or empty
 * @param failure why it was not done, in one line; empty where it was
 */
public record Applied(Order order, String pod, String deployment, Optional<String> failure) {
  public Applied {
    Objects.requireNonNull(order, "order is null");
  }

  /** A pod was made or ended. */
  static Applied pod(Order order, String pod) {
    return new Applied(order, pod, "", Optional.empty());
  }

  /** A Deployment was scaled. */
  static Applied scaled(Order order, String pod, String deployment) {
    return new Applied(order, pod, deployment, Optional.empty());
  }

  /** Nothing was done, or it is not known whether anything was. */
  static Applied failed(Order order, String why) {
    String pod = order instanceof Order.Create create ? PodNames.of(create, 0) : order.pod().name();
    return new Applied(order, pod, "", Optional.of(why));
  }

  /** Whether it was done. */
  public boolean done() {
    return failure.isEmpty();
  }
}
