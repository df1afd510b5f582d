package io.github.edgewatt.scaling.json;

import static io.github.edgewatt.scaling.TestPods.creation;
import static io.github.edgewatt.scaling.TestPods.pod;
import static io.github.edgewatt.scaling.TestPods.removal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.scaling.apply.DryRun;
import io.github.edgewatt.scaling.apply.Order;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.Reading;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {
  @Test
  void decisionsHaveTheirReasons() {
    Reading reading = new Reading("api_pressure", Map.of("value", 1.5));
    Outcome outcome =
        new Outcome(
            List.of(creation(pod("one", "a"), "a", "b")),
            List.of(removal(pod("two", "b"))),
            List.of("no room in c"),
            List.of(reading, reading),
            ScalingMemory.NONE);
    assertThat(OutcomeJson.of("pressure", outcome, 1))
        .hasToString(
            "{\"policy\":\"pressure\",\"creations\":[{\"function\":\"resnet_50\","
                + "\"originZone\":\"a\",\"zone\":\"b\",\"like\":\"one\",\"namespace\":\"default\","
                + "\"image\":\"docker/resnet:1.0\",\"value\":1.5,\"threshold\":0.8,"
                + "\"reason\":\"pressure 1.5 > 0.8\"}],\"removals\":[{\"function\":\"resnet_50\","
                + "\"zone\":\"b\",\"pod\":\"two\",\"namespace\":\"default\",\"value\":null,"
                + "\"threshold\":0.2,\"reason\":\"no requests\"}],"
                + "\"refusals\":[\"no room in c\"],\"readings\":["
                + "{\"event\":\"api_pressure\",\"value\":1.5}],\"readingsCut\":true,"
                + "\"memory\":{\"changed\":{},\"low\":{}}}");
  }

  @Test
  void whatBecameOfThemIsToldToo() {
    Order order = new Order.Create(creation(pod("one", "a"), "a", "b"), "me/1/0");
    assertThat(RoundJson.of(List.of(new DryRun().apply(order))).get(0).get("done").asBoolean())
        .isTrue();
    Order removal = new Order.Remove(removal(pod("two", "b")));
    assertThat(
            RoundJson.of(List.of(new DryRun().apply(removal))).get(0).at("/removal/pod").asText())
        .isEqualTo("two");
  }
}
