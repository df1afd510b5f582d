package io.github.edgewatt.collector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.window.Nodes;
import io.github.edgewatt.fixtures.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nodes of one collector: they come and go, and none keeps another waiting. */
@Timeout(60)
class SynchronizerNodesTest extends SynchronizerFixture {
  @Test
  void oneNodesFailureDoesNotKeepAnotherWaiting() throws Exception {
    nodes = Nodes.many(10);
    synchronizer = fresh();
    event("gone", 1);
    event("n1", 1);
    event("n2", 2);
    pass();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":1");
    assertThat(server.annotations("n2").get(Annotations.SUMMARY)).contains("\"recentUsage\":2");
    assertThat(synchronizer.status("gone").problem()).isEqualTo("there is no such node");
    assertThat(nodes.size()).isEqualTo(3);
    later(400_000);
    pass();
    assertThat(nodes.all()).containsOnlyKeys("n1", "n2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n1", "n2"})
  void aDefectForOneNodeDoesNotKeepAnotherWaiting(String defective) throws Exception {
    nodes = Nodes.many(10);
    synchronizer = fresh(new DefectiveFor(defective, api));
    event("n1", 1);
    event("n2", 1);
    pass();
    String other = defective.equals("n1") ? "n2" : "n1";
    assertThat(server.annotations(other).get(Annotations.SUMMARY)).contains("\"recentUsage\":1");
    assertThat(server.annotations(defective)).containsOnlyKeys("other/key");
    assertThat(synchronizer.status(defective).problem()).contains("a defect");
    assertThat(synchronizer.failures()).isEqualTo(1);
  }

  @Test
  void aNodeDeletedWhileBusyIsForgottenOnceIdle() throws Exception {
    nodes = Nodes.many(10);
    synchronizer = fresh();
    event("n1", 5);
    pass();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":5");
    AtomicInteger requests = new AtomicInteger();
    server.failAll(
        () -> {
          requests.incrementAndGet();
          return Fault.status(404, "{}");
        });
    event("n1", 1);
    later(10_000);
    pass();
    assertThat(synchronizer.status("n1").problem()).isEqualTo("there is no such node");
    later(400_000);
    pass();
    assertThat(nodes.size()).isZero();
    assertThat(synchronizer.status("n1")).isEqualTo(SyncStatus.NEVER);
    assertThat(requests).hasValue(2);
    later(400_000);
    pass();
    assertThat(requests).hasValue(2);
  }

  @Test
  void anIdleNodeThatMadeRoomIsWrittenOnceMoreAndComesBack() throws Exception {
    nodes = Nodes.many(1);
    synchronizer = fresh();
    event("n1", 1);
    pass();
    later(400_000);
    event("n2", 2);
    pass();
    assertThat(nodes.all()).containsOnlyKeys("n2");
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":0");
    later(400_000);
    event("n1", 4);
    pass();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":4");
  }

  @Test
  void aPassEndsBetweenNodesAndTheFlushWritesTheRest() throws Exception {
    nodes = Nodes.many(10);
    synchronizer = fresh();
    event("n1", 1);
    event("n2", 2);
    synchronizer.pass(() -> server.writes() > 0);
    assertThat(server.writes()).isEqualTo(1);
    assertThat(synchronizer.flush()).isZero();
    assertThat(server.writes()).isEqualTo(2);
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":1");
    assertThat(server.annotations("n2").get(Annotations.SUMMARY)).contains("\"recentUsage\":2");
  }

  /** The API server, but for one node. */
  private record DefectiveFor(String name, NodeAnnotations api) implements NodeAnnotations {
    @Override
    public Map<String, String> read(String node, Duration deadline)
        throws ApiException, InterruptedException {
      if (node.equals(name)) {
        throw new IllegalStateException("a defect");
      }
      return api.read(node, deadline);
    }

    @Override
    public void write(String node, Map<String, String> annotations, Duration deadline)
        throws ApiException, InterruptedException {
      api.write(node, annotations, deadline);
    }

    @Override
    public void close() {}
  }
}
