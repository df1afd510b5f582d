package io.github.edgewatt.scoring.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scoring.explain.Explanation;
import io.github.edgewatt.scoring.explain.ExplanationJson;
import io.github.edgewatt.scoring.explain.ExplanationTable;
import io.github.edgewatt.scoring.explain.Question;
import io.github.edgewatt.scoring.wiring.Configs;
import io.github.edgewatt.scoring.wiring.Once;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells how each node's score for a pod comes about.",
    footer = {
      "",
      "Asks a running node-scoring, or with --kubeconfig or --replay works it out itself."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private ScoringOptions scoring;

  @Option(
      names = "--pod",
      required = true,
      paramLabel = "FILE",
      description = "YAML or JSON of a pod or a Deployment; - is standard input")
  private String pod;

  @Option(
      names = "--nodes",
      split = ",",
      paramLabel = "NAME",
      description = "only these nodes (all)")
  private List<String> nodes = List.of();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "the node-scoring to ask (http://127.0.0.1:8080)")
  private Optional<String> server = Optional.empty();

  @Option(names = "--json", description = "prints JSON instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    if (server.isPresent() && scoring.cluster()) {
      throw new ParameterException(
          spec.commandLine(), "--server asks a server; leave --kubeconfig and --replay out");
    }
    ObjectNode question = question(PodFile.read(pod));
    byte[] answer;
    try {
      answer = scoring.cluster() ? here(question) : asked(question);
    } catch (IOException e) {
      spec.commandLine().getErr().println("edgewatt: " + e.getMessage());
      return FAILED;
    }
    return print(answer);
  }

  private ObjectNode question(JsonNode podJson) {
    ObjectNode question = JSON.createObjectNode();
    question.set("pod", podJson);
    if (!nodes.isEmpty()) {
      nodes.forEach(question.putArray("nodes")::add);
    }
    if (!scoring.cluster() && !scoring.policy().isEmpty()) {
      question.put("policy", scoring.policy());
    }
    return question;
  }

  private byte[] here(ObjectNode question) throws IOException {
    scoring.apply();
    return ExplanationJson.write(Once.explain(Configs.load(), Question.of(question)));
  }

  private byte[] asked(ObjectNode question) throws IOException {
    return new Server(server.orElse("http://127.0.0.1:8080"))
        .explain(question.toString().getBytes(StandardCharsets.UTF_8));
  }

  private int print(byte[] answer) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      out.println(new String(answer, StandardCharsets.UTF_8));
      return 0;
    }
    try {
      Explanation explanation = ExplanationJson.read(answer);
      out.print(ExplanationTable.of(explanation));
      out.flush();
      return 0;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("edgewatt: the answer is no explanation: " + e.getMessage());
      return FAILED;
    }
  }
}
