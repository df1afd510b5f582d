package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachinesTest {
  private World world;
  private Fleet fleet;
  private Machines machines;
  private Flows flows;

  @BeforeEach
  void aSingleZone() throws Exception {
    world = new World(Worlds.parameters(), 1, 1);
    fleet = new Fleet(world, 1);
    machines = new Machines(world);
    flows = new Flows(world);
  }

  @Test
  void aNodesWattsFollowFanWeberAndBarroso() {
    PowerModel power = new PowerModel(80, 200, 1.4);
    assertThat(power.watts(0)).isEqualTo(80);
    assertThat(power.watts(1)).isCloseTo(200, within(1e-9));
    // 0.5^1.4 = 0.378929
    assertThat(power.watts(0.5)).isCloseTo(80 + 120 * (1 - 0.378929), within(1e-3));
    assertThat(power.watts(2)).isCloseTo(200, within(1e-9));
  }

  @Test
  void oneBusyPodTakesWhatAHandCanWorkOut() {
    Replica pod = pod(2);
    Parameters.Kind kind = world.kind(world.workers().get(pod.node));
    // nmap, 10 requests a second of 0.0355 s, on a core of the node's speed, and 0.005 at rest.
    double busy = 10 * 0.0355 / kind.speed();
    pod.arrivals = 10;
    machines.serve(fleet);
    assertThat(pod.usedCores).isCloseTo(busy + 0.005, within(1e-6));
    double share = (busy + 0.005) / kind.cores();
    double rise = kind.maxWatts() - kind.idleWatts();
    double expected = machines.idleWatts() + rise * (2 * share - Math.pow(share, 1.4));
    assertThat(machines.watts(flows)).isCloseTo(expected, within(1e-6));
    double rate = 0.995 * kind.speed() / 0.0355;
    assertThat(pod.queue.responseSeconds()).isCloseTo(1 / (rate - 10), within(1e-6));
  }

  @Test
  void podsNeverGetMoreThanTheirNodeHas() {
    List<Replica> pods = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Replica pod = pod(i % 3);
      pod.arrivals = 7 * (i % 11);
      pods.add(pod);
    }
    machines.serve(fleet);
    for (int n = 0; n < world.workers().size(); n++) {
      assertThat(machines.share(n)).isBetween(0.0, 1.0 + 1e-9);
    }
    assertThat(pods).anyMatch(pod -> pod.queue.lossShare() > 0.01);
    assertThat(pods).allMatch(pod -> pod.usedCores <= 1 + 1e-9);
  }

  @Test
  void podsGoWhereMostIsFreeAndWaitWhereNothingIs() {
    List<Replica> pods = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      pods.add(fleet.create(0, 0, 0));
    }
    double cores = 0;
    for (int n = 0; n < world.workers().size(); n++) {
      double most = world.kind(world.workers().get(n)).cores();
      assertThat(fleet.requestedCores(n)).isLessThanOrEqualTo(most);
      cores += most;
    }
    assertThat(pods.stream().filter(pod -> pod.node >= 0)).hasSize((int) (cores / 0.5));
    Replica waiting = pods.get(79);
    assertThat(waiting.node).isNegative();
    fleet.end(pods.get(0), 10);
    fleet.advance(10);
    assertThat(pods.get(0).gone).isTrue();
    assertThat(pods.stream().filter(pod -> pod.node >= 0)).hasSize((int) (cores / 0.5) + 1);
  }

  private Replica pod(int function) {
    Replica pod = fleet.create(function, 0, -10);
    fleet.advance(0);
    assertThat(pod.serves()).isTrue();
    return pod;
  }
}
