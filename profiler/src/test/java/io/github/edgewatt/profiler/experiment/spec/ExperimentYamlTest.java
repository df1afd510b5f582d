package io.github.edgewatt.profiler.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.TestRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentYamlTest {
  private static final String LEAST = "kafka: {servers: 'a:9092'}\nprometheus: 'http://p:9090'\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("e.yaml");
  }

  private Experiment read(String yaml) throws Exception {
    return read(yaml, Overrides.NONE);
  }

  private Experiment read(String yaml, Overrides overrides) throws Exception {
    Files.writeString(file, yaml);
    return ExperimentYaml.read(file, new Paths(TestRuns.home(), folder), overrides);
  }

  @Test
  void fillsInThePublishedDefaults() throws Exception {
    Experiment experiment = read(LEAST);

    assertThat(experiment.topics()).isEqualTo(new Topics("yolo_input", "yolo_output", 5, false));
    assertThat(experiment.feed().images()).isEqualTo("generated");
    assertThat(experiment.feed().duration()).isEqualTo(Duration.ofHours(2));
    assertThat(experiment.feed().breakpoints()).isEqualTo(200);
    assertThat(experiment.feed().cycles()).isEqualTo(5);
    assertThat(experiment.feed().threads()).isEqualTo(1);
    assertThat(experiment.consumers().model()).startsWith("synthetic:");
    assertThat(experiment.servers().own()).isFalse();
    assertThat(experiment.combinations()).containsExactly(experiment.consumers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "day-night", "model-sweep"})
  void readsTheFilesThatComeWithTheProduct(String name) throws Exception {
    Path ready = TestRuns.home().resolve("infrastructure/experiments/" + name + ".yaml");
    Path stack = TestRuns.home().resolve("infrastructure/single-node/pipeline.sh");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(stack), "infrastructure/single-node/pipeline.sh is not here");

    Experiment experiment =
        ExperimentYaml.read(ready, new Paths(TestRuns.home(), ready.getParent()), Overrides.NONE);

    assertThat(experiment.name()).isEqualTo(name);
    assertThat(experiment.combinations()).hasSize(name.equals("model-sweep") ? 8 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed: {max_mbps: -1}         | feed.max_mbps is -1: give a number above 0, up to 10000",
        "feed: {max_mbps: fast}       | feed.max_mbps is 'fast': give a number above 0, up to 10000",
        "feed: {max_mbps: .nan}       | line 3: Malformed numeric value '.nan'",
        "feed: {duration: -5}         | feed.duration is -5: give 1s to 24h",
        "feed: {duration: 2 hours}    | feed.duration is '2 hours': give whole seconds, or a duration such as 90s or 2m",
        "feed: {duration: 48h}        | feed.duration is '48h': give whole seconds, or a duration such as 90s or 2m",
        "feed: {breakpoints: 1.5}     | feed.breakpoints is 1.5: give a whole number from 1 to 100000",
        "feed: {shape: sine}          | feed.shape is 'sine': choose of day-night, linear, burst",
        "feed: {shape: burst}         | feed.count is the images of a burst: give it with shape: burst and only there",
        "feed: {count: 5}             | feed.count is the images of a burst: give it with shape: burst and only there",
        "feed: {images: /no/where}    | feed.images is '/no/where': there is no such folder or .hdf5 file (looked at /no/where)",
        "feed: {images: generated:x}  | feed.images is 'generated:x': write generated, generated:COUNT or generated:COUNT:BYTES",
        "feed: {speed: 3}             | feed.speed is not known: here stand breakpoints, count, duration, images, max_mbps, n_cycles, shape, threads",
        "feed: 7                      | feed is 7: give keys and values below it",
        "colour: red                  | colour is not known: here stand consumers, extract, feed, kafka, name, prometheus, settle, stack, sweep, topics, track",
        "consumers: {count: 0}        | consumers.count is 0: give a whole number from 1 to 1000",
        "consumers: {count: two}      | consumers.count is 'two': give a whole number from 1 to 1000",
        "consumers: {model: 7}        | consumers.model is 7: give text (quotes make it so)",
        "consumers: {model: 'synthetic:much'} | consumers.model is 'synthetic:much': write synthetic:GFLOPS, such as synthetic:0.5",
        "consumers: {model: no.onnx}  | consumers.model is 'no.onnx': there is no such file (looked at HOME/no.onnx)",
        "consumers: {model: ./no.onnx} | consumers.model is './no.onnx': there is no such file (looked at BESIDE/no.onnx)",
        "consumers: {platform: moon}  | consumers.platform is 'moon': choose of local, kubectl",
        "consumers: {hpa: fixed}      | consumers.hpa is of platform kubectl only: leave it out or set platform",
        "consumers: {environment: {'A B': 1}} | consumers.environment.A B is no variable with a value: write NAME: \"value\"",
        "topics: {partitions: 2}\\nconsumers: {count: 3} | topics.partitions is 2 for 3 consumers: each needs one of its own",
        "topics: {partitions: 2}\\nsweep: {counts: [1, 4]} | topics.partitions is 2 for 4 consumers: each needs one of its own",
        "feed: {breakpoints: 100001}  | feed.breakpoints is 100001: give a whole number from 1 to 100000",
        "track: {save_interval: 1000001} | track.save_interval is 1000001: give a whole number from 1 to 1000000",
        "consumers: {resolution: 4128} | consumers.resolution is 4128: give a whole number from 32 to 4096",
        "consumers: {environment: {DB_PASSWORD: x}} | consumers.environment.DB_PASSWORD is a secret by its name, and this file is kept: name a file that holds it",
        "topics: {input: 'a b'}       | topics.input is 'a b': a topic's name has up to 200 letters, digits, dots, dashes and underscores",
        "topics: {output: ..}         | topics.output is '..': a topic's name has up to 200 letters, digits, dots, dashes and underscores",
        "topics: {input: a, output: a} | topics.output is the input: images and results need a topic each",
        "topics: {recreate: maybe}    | topics.recreate is 'maybe': write true or false",
        "consumers: {resolution: 100}  | consumers.resolution is 100: give a multiple of 32 from 32 to 4096",
        "sweep: {resolutions: [64, 65]} | sweep.resolutions[1] is 65: give a multiple of 32 from 32 to 4096",
        "consumers: {model: 'synthetic:0.0001'} | consumers.model is 'synthetic:0.0001': give 0.001 to 1000 GFLOPs",
        "sweep: {models: ['synthetic:1001']} | sweep.models[0] is 'synthetic:1001': give 0.001 to 1000 GFLOPs",
        "feed: {images: generated:5:1999} | feed.images is 'generated:5:1999': ask for 1 image or more of 2000 to 10485760 bytes, 128 MiB together",
        "feed: {images: generated:0}  | feed.images is 'generated:0': ask for 1 image or more of 2000 to 10485760 bytes, 128 MiB together",
        "feed: {images: generated:14:10000000} | feed.images is 'generated:14:10000000': ask for 1 image or more of 2000 to 10485760 bytes, 128 MiB together",
        "consumers: {environment: {RESOLUTION: 64}} | consumers.environment.RESOLUTION is set by the experiment itself: use its own keys (docs/experiment.md)",
        "consumers: {environment: {KAFKA_SERVERS: 'a:1'}} | consumers.environment.KAFKA_SERVERS is set by the experiment itself: use its own keys (docs/experiment.md)",
        "settle: 1h                   | settle is '1h': give 0s to 10m",
        "sweep: {models: synthetic:1} | sweep.models is 'synthetic:1': give a list, such as [a, b]",
        "sweep: {counts: [1, -2]}     | sweep.counts[1] is -2: give a whole number from 1 to 1000",
        "extract: {include: '['}      | extract.include is no regular expression: Unclosed character class",
        "extract: {format: csv}       | extract.format is 'csv': choose of json, parquet, both",
        "name: a/b                    | name is 'a/b': use letters, digits, dots and dashes",
        "stack: x                     | stack is one way to Kafka, kafka.servers the other: give exactly one of the two",
        "feed: {threads: 2}           | feed.threads is of a burst only: one sender keeps a curve",
        "feed: {threads: 1, threads: 2} | line 3: Duplicate field 'threads'",
        "feed: [                      | line 3: while parsing a flow node",
      })
  void refusesInOneLineThatNamesTheKey(String yaml, String message) {
    String expected =
        message.replace("HOME", TestRuns.home().toString()).replace("BESIDE", folder.toString());

    assertThatThrownBy(() -> read(LEAST + yaml.replace("\\n", "\n") + "\n"))
        .isInstanceOf(SpecException.class)
        .hasMessage(file + ": " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a                      | stack is one way to Kafka, kafka.servers the other: give exactly one of the two",
        "kafka: {servers: here}       | prometheus is absent: give the address of a running one, http://host:port",
        "kafka: {servers: 'a:1'}\\nprometheus: p:9090 | prometheus is 'p:9090': give http://host:port",
        "kafka: {servers: 'a:1', client_config: no.properties}\\nprometheus: 'http://p:1' | kafka.client_config is 'HOME/no.properties', which is no readable file",
        "stack: no/such.sh            | stack is 'HOME/no/such.sh', which is no program",
      })
  void refusesServersThatAreNone(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(SpecException.class)
        .hasMessageEndingWith(
            yaml.contains("here")
                ? "kafka.servers is 'here': give host:port, several with commas"
                : message.replace("HOME", TestRuns.home().toString()));
  }

  @Test
  void saysInWordsWhyAFileCannotBeRead() throws Exception {
    assertThatThrownBy(() -> ExperimentYaml.read(file, new Paths(folder, folder), Overrides.NONE))
        .isInstanceOf(SpecException.class)
        .hasMessage(file + ": there is no such file");
    assertThatThrownBy(() -> ExperimentYaml.read(folder, new Paths(folder, folder), Overrides.NONE))
        .hasMessage(folder + ": it is a folder: name the .yaml file in it");
    Files.write(file, new byte[] {(byte) 0xff, 0});
    assertThatThrownBy(() -> ExperimentYaml.read(file, new Paths(folder, folder), Overrides.NONE))
        .hasMessage(file + ": it is no text in UTF-8");
  }

  @Test
  void anAddressOfPrometheusHoldsNoCredentials() {
    assertThatThrownBy(() -> read("kafka: {servers: 'a:1'}\nprometheus: 'http://u:secret@p:1'\n"))
        .hasMessageContaining(
            "prometheus is of no use: the address of Prometheus holds credentials")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aClustersConsumersCannotUseAStackOfThisMachine() throws Exception {
    Path stack = Files.createFile(folder.resolve("stack.sh"));
    assertThat(stack.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> read("stack: ./stack.sh\nconsumers: {platform: kubectl}\n"))
        .hasMessageContaining("give kafka.servers");
    assertThat(read("stack: ./stack.sh").servers().script()).contains(stack);
  }

  @Test
  void readsAClustersConsumersWithoutLookingForTheirFiles() throws Exception {
    Consumers consumers =
        read(LEAST
                + "consumers: {platform: kubectl, model: /models/a.onnx, context: c, hpa: fixed}")
            .consumers();

    assertThat(consumers.model()).isEqualTo("/models/a.onnx");
    assertThat(consumers.cluster())
        .contains(new Consumers.Cluster("yolo-consumer", "workload", Optional.of("c"), true));
  }

  @Test
  void theCommandLineGoesBeforeTheFile() throws Exception {
    Path model = Files.createFile(folder.resolve("m.onnx"));
    Overrides overrides = new Overrides(Optional.of(model.toString()), Optional.of("generated:3"));

    Experiment experiment =
        read(LEAST + "sweep: {models: ['synthetic:1', 'synthetic:2'], counts: [1, 2]}", overrides);

    assertThat(experiment.feed().images()).isEqualTo("generated:3");
    assertThat(experiment.combinations())
        .extracting(Consumers::model)
        .containsExactly(model.toString(), model.toString());
  }

  @Test
  void combinesEveryModelWithEveryResolutionAndCount() throws Exception {
    List<Consumers> all =
        read(LEAST
                + "sweep: {models: ['synthetic:1', 'synthetic:2'], resolutions: [160, 320], counts: [1, 2]}")
            .combinations();

    assertThat(all).hasSize(8).doesNotHaveDuplicates();
    assertThat(all.get(0)).isEqualTo(all.get(0).as(1, "synthetic:1", Optional.of(160)));
    assertThat(all.get(7)).isEqualTo(all.get(7).as(2, "synthetic:2", Optional.of(320)));
  }
}
