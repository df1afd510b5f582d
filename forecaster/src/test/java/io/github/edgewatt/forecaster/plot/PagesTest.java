package io.github.edgewatt.forecaster.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class PagesTest {
  private static final Pattern ID = Pattern.compile("\\sid=[\"']([^\"']+)[\"']");

  static Stream<String> pages() {
    return Stream.of(
        Samples.evaluation(17_000).html(),
        Samples.evaluation(80).html(),
        Samples.grouping().html());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void needNoNetworkAndStaySmall(String page) {
    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http://", "https://", "@import", "<link", "<img", "<script");
    assertThat(page).doesNotContain("NaN", "Infinity", "null");
    assertThat(page.length()).isLessThan(200_000);
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(page);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as("id %s is unique", id.group(1)).isTrue();
    }
    Matcher reference = Pattern.compile("url\\(#([^)]+)\\)").matcher(page);
    while (reference.find()) {
      assertThat(ids).contains(reference.group(1));
    }
  }

  @Test
  void areTheSameForTheSameInputInAnyLocale() {
    String page = Samples.evaluation(500).html();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Samples.evaluation(500).html()).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void showScoresAboveCharts() {
    String page = Samples.evaluation(500).html();
    assertThat(page)
        .containsSubsequence(
            "<h1>On pairs never seen",
            "<caption>Scores by target</caption>",
            "id=\"predicted-node-cpu\"",
            "id=\"residual-node-cpu\"",
            "id=\"coverage-node-cpu\"",
            "id=\"predicted-node-power\"",
            "id=\"reliability\"",
            "id=\"importance-node-cpu\"");
    assertThat(Samples.grouping().html())
        .containsSubsequence(
            "id=\"map-first-component-71\"",
            "id=\"silhouette\"",
            "id=\"variance\"",
            "On one scale for all functions: Memory.",
            "<h3>figlet · LOW</h3>",
            "id=\"curve-figlet-cpu\"",
            "id=\"curve-figlet-memory\"",
            "<h3>shasum · LOW</h3>");
  }

  @Test
  void becomeAFolderOfPageAndCharts(@TempDir Path folder) throws Exception {
    Path made = folder.resolve("a/b");
    EvaluationPage evaluation = Samples.evaluation(100);
    evaluation.writeTo(made);
    evaluation.writeTo(made);
    GroupingPage grouping = Samples.grouping();
    grouping.writeTo(made);
    assertThat(Files.readString(made.resolve("evaluation.html"))).isEqualTo(evaluation.html());
    assertThat(Files.readString(made.resolve("groups.html"))).isEqualTo(grouping.html());
    List<String> names =
        Stream.concat(evaluation.figures().stream(), grouping.figures().stream())
            .map(figure -> figure.name() + ".svg")
            .toList();
    assertThat(names).hasSize(9 + 15).doesNotHaveDuplicates();
    assertThat(files(made))
        .containsAll(names)
        .hasSize(names.size() + 2)
        .noneMatch(name -> name.endsWith(".tmp"));
    for (String name : names) {
      String svg = Files.readString(made.resolve(name));
      assertThat(svg).doesNotContain("var(");
      parse(svg);
    }
  }

  @Test
  void escapeWhatComesFromData() throws Exception {
    String evil = Samples.EVIL;
    Predicted plain = Samples.predicted(evil, evil, 60);
    String[] bands = Stream.generate(() -> evil).limit(60).toArray(String[]::new);
    Predicted target =
        new Predicted(
            evil, evil, plain.observed(), plain.predicted(), plain.low(), plain.high(), bands);
    EvaluationPage page =
        new EvaluationPage(
            evil,
            evil,
            List.of(new TextTable(evil, List.of(evil), 1, List.of(List.of(evil)))),
            List.of(target),
            Samples.overload(10),
            List.of(new Importance(evil, List.of(evil), new double[] {1})));
    assertThat(page.html()).doesNotContain("<b>").contains("&lt;b&gt;&amp;&quot;&#39;&lt;/svg");
    double[] one = {1};
    List<String> name = List.of(evil);
    FunctionMap map = new FunctionMap(evil, evil, name, one, one, name, name);
    GroupingPage groups =
        new GroupingPage(
            evil,
            evil,
            List.of(),
            new ExplainedVariance(one, 1),
            new Silhouettes(new int[] {2}, one, one, 2),
            List.of(map),
            List.of(new CostCurve(evil, evil, evil, evil, one, one)));
    assertThat(groups.html()).doesNotContain("<b>");
    for (Figure figure : page.figures()) {
      parse(figure.svg());
    }
    for (Figure figure : groups.figures()) {
      parse(figure.svg());
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void parse(String svg) throws Exception {
    String root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement()
            .getAttribute("role");
    assertThat(root).isEqualTo("img");
  }
}
