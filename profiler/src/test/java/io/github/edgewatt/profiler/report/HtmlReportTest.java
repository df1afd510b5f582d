package io.github.edgewatt.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.report.figures.EnergyComparison;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FiguresJson;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
  private static final List<String> TRIO = List.of("shasum", "nmap", "env");

  static Stream<Arguments> runs() {
    SampleRun twelve = new SampleRun(4);
    for (int i = 0; i < 12; i++) {
      twelve.measure(Map.of("function-" + i, 20), List.of("function-" + i), 1);
    }
    Verdict invalid = new Verdict(Verdict.Kind.INVALID, List.of("meter <lost> & \"gone\""));
    SampleRun onlyInvalid =
        new SampleRun(5)
            .measure(Map.of("env", 20), List.of("env"), 1)
            .measure(Map.of("env", 20, "curl", 20), List.of("env", "curl"), 1)
            .judge(0, invalid)
            .judge(1, invalid);
    SampleRun noPower = new SampleRun(6).withoutPower();
    for (int rate : new int[] {0, 20, 40, 40}) {
      noPower.measure(Map.of("env", rate), List.of("env"), 1);
    }
    return Stream.of(
        Arguments.of("realistic", SampleRun.realistic()),
        Arguments.of("empty", new SampleRun(1).input()),
        Arguments.of(
            "one repeat", new SampleRun(2).measure(Map.of("env", 50), List.of("env"), 1).input()),
        Arguments.of(
            "only mixes",
            new SampleRun(2)
                .measure(Map.of("env", 5, "curl", 5), List.of("env", "curl"), 1)
                .input()),
        Arguments.of("twelve functions", twelve.input()),
        Arguments.of("only invalid", onlyInvalid.input()),
        Arguments.of("no power", noPower.input()),
        Arguments.of("functions metered", metered().input()),
        Arguments.of("grid", grid()));
  }

  private static SampleRun metered() {
    return new SampleRun(7)
        .withMeterOfFunctions(0.8)
        .measure(Map.of("env", 40), List.of("env"), 1)
        .measure(Map.of("env", 0, "nmap", 20), List.of("env", "nmap"), 1);
  }

  @Test
  void aMetersOwnFiguresStandBesideTheShare() {
    assertThat(HtmlReport.render(SampleRun.realistic())).doesNotContain("counted twice");
    String page = HtmlReport.render(metered().input());
    String section = page.substring(page.indexOf("<section id=\"energy\">"));
    assertThat(section.substring(0, section.indexOf("</section>")))
        .contains("By CPU share, W", "By the meter, W", "env", "nmap", "20 %");
    Figures figures = Figures.of(metered().input());
    assertThat(figures.energy())
        .extracting(EnergyComparison::function)
        .containsExactly("env", "nmap");
    assertThat(figures.energy())
        .allSatisfy(
            both -> {
              assertThat(both.rows()).isEqualTo(1);
              assertThat(both.meterWatts()).isEqualTo(0.8 * both.shareWatts(), within(1e-9));
              assertThat(both.disagreement()).isEqualTo(0.2, within(1e-9));
            });
    assertThat(FiguresJson.of(figures).path("energy").path(0).path("disagreement").asDouble())
        .isEqualTo(0.2, within(1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void isOnePageWithoutNetworkOrScripts(String name, ReportInput input) throws Exception {
    String page = HtmlReport.render(input);
    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http://", "https://", "url(//", "@import", "<link", "<img");
    assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
    assertThat(page).doesNotContain("NaN", "Infinity", ">null<");
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile("\\sid=[\"']([^\"']+)[\"']").matcher(page);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as("id %s is unique", id.group(1)).isTrue();
    }
    Matcher reference = Pattern.compile("url\\(#([^)]+)\\)").matcher(page);
    while (reference.find()) {
      assertThat(ids).contains(reference.group(1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void drawsValidDescribedSvg(String name, ReportInput input) throws Exception {
    for (String svg : svgs(HtmlReport.render(input))) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)))
              .getDocumentElement();
      boolean described =
          root.getAttribute("role").equals("img") && !root.getAttribute("aria-label").isEmpty();
      assertThat(described || root.getAttribute("aria-hidden").equals("true")).isTrue();
      boolean scales = !root.getAttribute("viewBox").isEmpty();
      assertThat(scales || root.getAttribute("class").equals("timeline")).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void isTheSameForTheSameInput(String name, ReportInput input) {
    assertThat(HtmlReport.render(input)).isEqualTo(HtmlReport.render(input));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void captionsEveryTableAndFigure(String name, ReportInput input) {
    String page = HtmlReport.render(input);
    assertThat(count(page, "<table>")).isEqualTo(count(page, "<caption>"));
    assertThat(count(page, "<figure>")).isEqualTo(count(page, "<figcaption>"));
    assertThat(count(page, "<h1>")).isEqualTo(1);
  }

  @Test
  void drawsFourChartsAFunctionThreeWithoutPower() {
    assertThat(charts(SampleRun.realistic(), "f0-")).isEqualTo(4);
    SampleRun noPower =
        new SampleRun(6).withoutPower().measure(Map.of("env", 9), List.of("env"), 1);
    assertThat(charts(noPower.input(), "f0-")).isEqualTo(3);
    assertThat(HtmlReport.render(noPower.input())).contains("No power figures: no RAPL");
  }

  @Test
  void mapsAGridByRateOneChartARateOfTheThirdFunction() {
    assertThat(charts(grid(), "map0-")).isEqualTo(3);
    assertThat(HtmlReport.render(grid())).contains("with shasum at 25/s");
    assertThat(charts(SampleRun.realistic(), "map0-")).isZero();
  }

  @Test
  void mapsOverloadOverOneCoreWhereTheCoresAreUnknown() {
    ReportInput known = SampleRun.realistic();
    ReportInput unknown =
        new ReportInput("", "", 0, "", "", List.of(), known.rows(), known.skipped());
    assertThat(HtmlReport.render(known)).contains("alone, % of all cores", "marks 80\u00a0%");
    assertThat(HtmlReport.render(unknown))
        .contains("sum of the functions alone, % of one core")
        .doesNotContain("of all cores", "marks 80\u00a0%");
  }

  @Test
  void staysSmallWhereThousandsWereSkipped() {
    SampleRun run = new SampleRun(9);
    TRIO.forEach(name -> run.measure(Map.of(name, 50), List.of(name), 1));
    int before = HtmlReport.render(run.input()).length();
    for (int i = 0; i < 9261; i++) {
      List<Integer> rates = List.of(i % 21 * 10, i / 21 % 21 * 10, i / 441 * 10);
      run.skip(new Configuration(TRIO, rates), "dominated");
    }
    String page = HtmlReport.render(run.input());
    assertThat(page).contains("9261 × dominated");
    assertThat(page.length() - before).isLessThan(1_500_000);
  }

  @Test
  void escapesWhatComesFromTheRun() {
    String evil = "</script><b>&'\"";
    ReportInput input =
        new SampleRun(1)
            .measure(Map.of(evil, 20), List.of(evil), 1)
            .judge(0, new Verdict(Verdict.Kind.INVALID, List.of(evil)))
            .skip(Configuration.solo(evil, 50), evil)
            .input();
    String page = HtmlReport.render(input);
    assertThat(page).doesNotContain("<b>").contains("&lt;/script&gt;&lt;b&gt;&amp;&#39;&quot;");
    assertThat(count(page, "</script>")).isEqualTo(1);
    assertThat(HtmlReport.render(SampleRun.realistic()))
        .contains("Example CPU &lt;8&gt; &amp; &quot;more&quot;");
  }

  @Test
  void listsRejectedAndWarnedRows() {
    assertThat(HtmlReport.render(SampleRun.realistic()))
        .contains("rest timed out after 180 s", "valid, warned", "send lag p99 61 ms")
        .contains("5 × dominated by curl=50 nmap=50");
    assertThat(HtmlReport.render(new SampleRun(1).input())).contains("Nothing was measured");
  }

  @Test
  void keepsALongListShort() {
    SampleRun run = new SampleRun(8);
    for (int i = 0; i < 70; i++) {
      run.measure(Map.of("env", 20), List.of("env"), 1);
      run.judge(i, new Verdict(Verdict.Kind.INVALID, List.of("reason " + i)));
    }
    assertThat(HtmlReport.render(run.input())).contains("and 10 more rows");
  }

  private static ReportInput grid() {
    SampleRun run = new SampleRun(7);
    TRIO.forEach(name -> run.measure(Map.of(name, 50), List.of(name), 1));
    for (int a = 0; a <= 50; a += 25) {
      for (int b = 0; b <= 50; b += 25) {
        for (int c = 0; c <= 50; c += 25) {
          run.measure(Map.of("shasum", a, "nmap", b * 2, "env", c), TRIO, 1);
        }
      }
    }
    return run.input();
  }

  private static long charts(ReportInput input, String idPrefix) {
    return svgs(HtmlReport.render(input)).stream()
        .filter(svg -> svg.contains(" id=\"" + idPrefix))
        .count();
  }

  private static List<String> svgs(String page) {
    List<String> svgs = new ArrayList<>();
    Matcher matcher = SVG.matcher(page);
    while (matcher.find()) {
      svgs.add(matcher.group());
    }
    return svgs;
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }
}
