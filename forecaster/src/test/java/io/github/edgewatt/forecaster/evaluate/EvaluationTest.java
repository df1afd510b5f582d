package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.evaluate.Evaluation.Result;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.train.SyntheticMixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Evaluation.Options ALL = new Evaluation.Options(1, 0, 1);
  private final List<Observation> campaign = new SyntheticMixes(1, 3).campaign(8);
  private final List<String> progress = new ArrayList<>();

  private Evaluation evaluation(Evaluation.Options options) {
    return new Evaluation(SyntheticMixes.profiles(), options, progress::add);
  }

  @Test
  void scoresContendersOverAllRounds() {
    List<Round> rounds = Split.COMBINATION.rounds(campaign, 1);
    List<Result> results =
        evaluation(ALL).run(List.of(Contender.ridge(), Contender.idle()), rounds);
    assertThat(results).extracting(Result::contender).containsExactly("ridge", "idle");
    int rows = campaign.stream().mapToInt(one -> one.repeats().size()).sum();
    for (Result result : results) {
      assertThat(result.rounds()).hasSize(6);
      assertThat(result.groups()).hasSize(6);
      assertThat(result.all().targets()).containsOnlyKeys(Target.values());
      assertThat(result.all().targets().get(Target.CPU).points()).isEqualTo(rows);
    }
    double ridge = results.get(0).all().targets().get(Target.CPU).r2();
    assertThat(ridge).isGreaterThan(results.get(1).all().targets().get(Target.CPU).r2());
    assertThat(progress).hasSize(12);
    assertThat(progress.get(0)).startsWith("ridge  HEAVY ant+bee+cat: cpu R2 ");
  }

  @Test
  void aKindOfNodeNobodyLearntIsCalibratedAndWhatItTookIsNotScored() {
    List<Round> rounds = Split.NODE_TYPE.rounds(campaign, 1);
    List<Contender> both = List.of(Contender.profiles(), Contender.idle());
    List<Result> without = evaluation(ALL).run(both, rounds);
    List<Result> with = evaluation(new Evaluation.Options(1, 10, 1)).run(both, rounds);
    int all = without.get(0).points().of(Target.CPU).size();
    int fewer = with.get(0).points().of(Target.CPU).size();
    assertThat(fewer).isLessThanOrEqualTo(all - 2 * 2 * 10);
    assertThat(with.get(1).points().of(Target.CPU)).hasSize(fewer);
    assertThat(with.get(0).all().targets().get(Target.CPU).r2()).isGreaterThan(.9);
  }

  @Test
  void importanceIsLargestForWhatTheForecastFollows() {
    PermutationImportance importance = new PermutationImportance(1, 1);
    List<Round> rounds = Split.CONFIGURATION.rounds(campaign, 1).subList(0, 1);
    evaluation(ALL)
        .watchedBy((model, round) -> importance.add(model, round.test()))
        .run(List.of(Contender.profiles()), rounds);
    FeatureImportance cpu = importance.importance().get(0);
    assertThat(cpu.figure()).isEqualTo("cpu");
    int physics = cpu.features().indexOf("physics_cpu_percent");
    for (double rise : cpu.rise()) {
      assertThat(rise).isLessThanOrEqualTo(cpu.rise()[physics]);
    }
    assertThat(cpu.rise()[physics]).isGreaterThan(10);
  }

  @Test
  void tablesHaveOneWidthAndALegend() {
    List<Result> results =
        evaluation(ALL)
            .run(List.of(Contender.ridge()), Split.COMBINATION_EVERYWHERE.rounds(campaign, 1));
    List<String> table = ScoreText.table(results);
    assertThat(table).allMatch(line -> line.length() <= 120);
    assertThat(table).anyMatch(line -> line.startsWith("  repeat noise allows"));
    assertThat(table).anyMatch(line -> line.startsWith("ram [GB]"));
    assertThat(table).contains("overload: nothing to learn it from in the data");
    assertThat(ScoreText.legend()).allMatch(line -> line.length() <= 100);
    Map<String, Object> json = ScoreJson.of(results).get(0);
    assertThat(json).containsKeys("model", "seconds", "pooled", "rounds", "groups");
    assertThat(ScorePage.of("t", results, List.of()).html())
        .contains("On what was held back, ridge reaches cpu R2");
  }
}
