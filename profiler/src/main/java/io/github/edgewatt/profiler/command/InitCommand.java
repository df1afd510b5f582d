package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.TopicName;
import io.github.edgewatt.profiler.kafka.TopicPlan;
import io.github.edgewatt.profiler.kafka.TopicReport;
import io.github.edgewatt.profiler.kafka.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code init}: the topics of the image pipeline, made and tried. */
@Command(
    name = "init",
    description = "Makes the image pipeline's topics in Kafka, or grows them, and tries them.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private KafkaOptions kafka;

  @Option(
      names = {"-n", "--n_partitions", "--n-partitions"},
      required = true,
      paramLabel = "N",
      converter = PipelineConverters.Partitions.class,
      description = "partitions of the input topic: at least as many as consumers")
  private Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "COPIES",
      converter = PipelineConverters.Copies.class,
      description = "copies of each partition (default: what the broker is set to)")
  private Integer replication;

  @Option(
      names = {"--input_topic", "--input-topic"},
      paramLabel = "NAME",
      defaultValue = KafkaTarget.INPUT,
      description = "topic of images (${DEFAULT-VALUE})")
  private String input;

  @Option(
      names = {"--output_topic", "--output-topic"},
      paramLabel = "NAME",
      defaultValue = KafkaTarget.OUTPUT,
      description = "topic of results, always of 1 partition (${DEFAULT-VALUE})")
  private String output;

  @Option(
      names = "--recreate",
      description = "delete topics that exist, with all they hold, and make them anew")
  private boolean recreate;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = PipelineConverters.Seconds.class,
      description = "longest time for all of it (${DEFAULT-VALUE})")
  private Duration timeout;

  @Override
  public Integer call() throws Exception {
    checkName("--input_topic", input);
    checkName("--output_topic", output);
    if (input.equals(output)) {
      throw new UsageException("--input_topic and --output_topic are both '" + input + "'");
    }
    Optional<Integer> copies = Optional.ofNullable(replication);
    KafkaTarget target = kafka.target(input, output);
    List<TopicPlan> plans =
        List.of(
            TopicPlan.of(input, partitions, copies),
            TopicPlan.of(output, 1, copies),
            TopicPlan.of(target.deadLetters(), 1, copies));
    PrintWriter out = spec.commandLine().getOut();
    for (TopicReport report : new Topics(target, timeout).prepare(plans, recreate)) {
      out.println(line(report));
    }
    return 0;
  }

  private static String line(TopicReport report) {
    return "%-23s %s, %s; round trip %s ms%s"
        .formatted(
            report.name(),
            Numbers.count(report.partitions(), "partition"),
            report.action(),
            Numbers.fixed(report.roundTripMillis(), 1),
            report.note().isEmpty() ? "" : " (" + report.note() + ")");
  }

  /** Refuses what cannot be a topic's name. */
  static void checkName(String option, String name) throws UsageException {
    if (!TopicName.isValid(name)) {
      throw new UsageException(option + " is '" + name + "': " + TopicName.RULE);
    }
  }
}
