package io.github.edgewatt.profiler.measure.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.measure.ReplicaSource.Replicas;
import io.github.edgewatt.profiler.platform.openfaas.WatchedGateway;
import org.junit.jupiter.api.Test;

class ReplicaSamplerTest {

  @Test
  void aWindowHasItsLastMeanAndMostReplicas() throws Exception {
    try (WatchedGateway gateway = new WatchedGateway("figlet")) {
      ReplicaSampler sampler = new ReplicaSampler(gateway.watch());
      long from = gateway.nanoTime() + 1_000_000_000L;
      gateway.lookEachSecond("figlet", 4);
      gateway.scale("figlet", 3);
      gateway.lookEachSecond("figlet", 4);
      long to = gateway.nanoTime() - 500_000_000L;
      Replicas replicas = sampler.over("figlet", from, to);
      assertThat(replicas.last()).isEqualTo(3);
      assertThat(replicas.max()).isEqualTo(3);
      assertThat(replicas.mean()).isBetween(1.8, 2.4);
    }
  }

  @Test
  void aWindowThatJustEndedIsClosedByOneMoreLook() throws Exception {
    try (WatchedGateway gateway = new WatchedGateway("figlet")) {
      ReplicaSampler sampler = new ReplicaSampler(gateway.watch());
      gateway.lookEachSecond("figlet", 3);
      long to = gateway.nanoTime();
      assertThat(sampler.over("figlet", to - 1_500_000_000L, to).mean()).isEqualTo(1);
    }
  }

  @Test
  void whatWasNotLookedAtIsUnknown() throws Exception {
    try (WatchedGateway gateway = new WatchedGateway("figlet")) {
      ReplicaSampler sampler = new ReplicaSampler(gateway.watch());
      long now = gateway.nanoTime();
      assertThat(sampler.over("figlet", now - 5, now)).isEqualTo(Replicas.unknown());
      gateway.lookEachSecond("figlet", 1);
      long from = gateway.nanoTime();
      gateway.pass(60);
      assertThat(sampler.over("figlet", from, gateway.nanoTime()).mean()).isNaN();
      assertThat(sampler.over("nobody", from, gateway.nanoTime()).max()).isNaN();
    }
  }
}
