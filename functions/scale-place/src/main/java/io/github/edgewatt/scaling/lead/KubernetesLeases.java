package io.github.edgewatt.scaling.lead;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/** A Lease object of Kubernetes; written only as the version that was read. */
final class KubernetesLeases implements LeaseStore {
  private final KubernetesClient client;
  private final LeaseOptions options;
  private final Clock clock;
  private Lease last;

  KubernetesLeases(KubernetesClient client, LeaseOptions options, Clock clock) {
    this.client = client;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public Optional<Held> read() {
    last = client.leases().inNamespace(options.namespace()).withName(options.name()).get();
    if (last == null) {
      return Optional.empty();
    }
    LeaseSpec spec = Objects.requireNonNullElseGet(last.getSpec(), LeaseSpec::new);
    return Optional.of(
        new Held(
            Objects.requireNonNullElse(spec.getHolderIdentity(), ""),
            Objects.requireNonNullElse(spec.getLeaseDurationSeconds(), 1),
            last.getMetadata().getResourceVersion()));
  }

  @Override
  public void write(Optional<Held> before, String holder) {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    if (before.isEmpty()) {
      var unused = client.resource(fresh(holder, now)).create();
      return;
    }
    boolean change = !before.get().holder().equals(holder);
    LeaseSpec old = Objects.requireNonNullElseGet(last.getSpec(), LeaseSpec::new);
    int transitions = Objects.requireNonNullElse(old.getLeaseTransitions(), 0);
    Lease wanted =
        new LeaseBuilder(last)
            .editOrNewSpec()
            .withHolderIdentity(holder.isEmpty() ? null : holder)
            .withLeaseDurationSeconds(holder.isEmpty() ? 1 : seconds())
            .withAcquireTime(change ? now : old.getAcquireTime())
            .withRenewTime(now)
            .withLeaseTransitions(change && !holder.isEmpty() ? transitions + 1 : transitions)
            .endSpec()
            .build();
    var unused = client.resource(wanted).update();
  }

  private Lease fresh(String holder, ZonedDateTime now) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace(options.namespace())
        .withName(options.name())
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(holder)
        .withLeaseDurationSeconds(seconds())
        .withAcquireTime(now)
        .withRenewTime(now)
        .withLeaseTransitions(0)
        .endSpec()
        .build();
  }

  private int seconds() {
    return (int) options.duration().toSeconds();
  }
}
