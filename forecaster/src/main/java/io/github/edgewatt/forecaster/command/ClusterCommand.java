package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.cluster.Embedding;
import io.github.edgewatt.forecaster.cluster.GroupList;
import io.github.edgewatt.forecaster.cluster.GroupListFile;
import io.github.edgewatt.forecaster.cluster.GroupModelFile;
import io.github.edgewatt.forecaster.cluster.Grouping;
import io.github.edgewatt.forecaster.cluster.GroupingPlots;
import io.github.edgewatt.forecaster.cluster.GroupingText;
import io.github.edgewatt.forecaster.cluster.SoloInput;
import io.github.edgewatt.forecaster.plot.GroupingPage;
import io.github.edgewatt.forecaster.shell.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code cluster}: functions into groups by what they cost alone. */
@Command(
    name = "cluster",
    description = "Groups functions by what they cost alone.",
    mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = "run folders, folders of upstream's solo tables, or single tables")
  private List<Path> data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "group_list.json",
      description = "the group list; its model and its names go beside it (${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = "--vector",
      paramLabel = "KIND",
      defaultValue = "upstream",
      converter = KindConverter.class,
      description =
          "upstream: 18 figures a rate over one grid; marginal: costs per request, any rates"
              + " (${DEFAULT-VALUE})")
  private Embedding.Kind kind;

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "how many groups (default: by silhouette and stability)")
  private Integer k;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the starts and resamples (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--keys",
      paramLabel = "KEYS",
      defaultValue = "indices",
      converter = KeysConverter.class,
      description =
          "of the list: indices (upstream's notebooks; names go to a second file), names (DFaaS"
              + " agent) or both (${DEFAULT-VALUE})")
  private GroupList.Keys keys;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "also write groups.html and its charts as SVG into this folder")
  private Path plots;

  @Override
  public Integer call() throws Exception {
    OutputFile.check(output);
    SoloInput input = SoloInput.read(data);
    OptionalInt count = k == null ? OptionalInt.empty() : OptionalInt.of(k);
    Grouping grouping = Grouping.of(input, kind, count, seed, Home.tool().version());
    PrintWriter out = spec.commandLine().getOut();
    GroupingText.lines(grouping, input).forEach(out::println);
    Path model = GroupModelFile.beside(output);
    GroupModelFile.write(model, grouping.model());
    String written = output + ", " + model.getFileName();
    GroupListFile.write(output, GroupList.of(grouping.model(), keys));
    Path names = GroupListFile.namesBeside(output);
    // One that is there already must not tell other groups.
    if (keys == GroupList.Keys.INDICES || Files.exists(names)) {
      GroupListFile.write(names, GroupList.of(grouping.model(), GroupList.Keys.NAMES));
      written += ", " + names.getFileName();
    }
    if (plots != null) {
      try {
        new GroupingPlots(grouping, input).page().writeTo(plots);
      } catch (IOException e) {
        throw DatasetException.of("cannot write to", plots, e);
      }
      written += ", " + plots.resolve(GroupingPage.FILE);
    }
    out.println("wrote " + written);
    return 0;
  }

  /** {@code upstream} or {@code marginal}. */
  static final class KindConverter implements ITypeConverter<Embedding.Kind> {
    @Override
    public Embedding.Kind convert(String text) {
      return constant(Embedding.Kind.class, text);
    }
  }

  /** {@code indices}, {@code names} or {@code both}. */
  static final class KeysConverter implements ITypeConverter<GroupList.Keys> {
    @Override
    public GroupList.Keys convert(String text) {
      return constant(GroupList.Keys.class, text);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is none of "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }
}
