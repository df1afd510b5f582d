import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends photos through a consumer that runs: first many at once, then half as many a second as it
 * managed. Arguments: servers, input topic, output topic, folder of photos, images, the consumer's
 * process id, a name for the row.
 */
final class EndToEnd {
  private static final int WARM = 60;
  private static final double TICKS_PER_SECOND = 100;

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> results;
  private final String input;
  private final List<byte[]> photos = new ArrayList<>();
  private final Map<Integer, String> told = new TreeMap<>();
  private int next;

  private EndToEnd(String servers, String input, String output, Path folder) throws IOException {
    this.input = input;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "max.request.size", "12000000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    results =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition all = new TopicPartition(output, 0);
    results.assign(List.of(all));
    results.seekToEnd(List.of(all));
    results.position(all);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jpg")).sorted().toList()) {
        photos.add(Files.readAllBytes(file));
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    EndToEnd bench =
        new EndToEnd(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
    int images = Integer.parseInt(arguments[4]);
    Path stat = Path.of("/proc", arguments[5], "stat");
    bench.burst(WARM);
    bench.await(WARM);

    bench.burst(images);
    double ticks = ticks(stat);
    bench.await(WARM + images);
    double cpuSeconds = (ticks(stat) - ticks) / TICKS_PER_SECOND;
    List<String> full = bench.results(WARM, WARM + images);
    double first = full.stream().mapToDouble(one -> number(one, "end_time")).min().orElseThrow();
    double last = full.stream().mapToDouble(one -> number(one, "finish_time")).max().orElseThrow();
    double rate = images * 1e3 / (last - first);

    bench.paced(rate / 2, images);
    bench.await(WARM + 2 * images);
    double[] latency =
        bench.results(WARM + images, WARM + 2 * images).stream()
            .mapToDouble(one -> number(one, "finish_time") - number(one, "start_time"))
            .sorted()
            .toArray();
    double pre = mean(full, "pre");
    double inference = mean(full, "inf");
    double post = mean(full, "post");
    System.out.printf(
        Locale.ROOT,
        "%-10s %8.1f %10.1f %8.2f %8.2f %8.2f %10.2f %12.2f %8.0f %8.0f%n",
        arguments[6],
        rate,
        images / cpuSeconds,
        pre,
        inference,
        post,
        mean(full, "idle"),
        cpuSeconds * 1e3 / images - inference,
        latency[latency.length / 2],
        latency[(int) Math.ceil(latency.length * .99) - 1]);
    bench.producer.close();
    bench.results.close();
  }

  private void burst(int images) throws InterruptedException {
    for (int i = 0; i < images; i++) {
      send();
    }
    producer.flush();
  }

  /** On an absolute schedule: what was late is caught up. */
  private void paced(double perSecond, int images) {
    long began = System.nanoTime();
    for (int i = 0; i < images; i++) {
      long due = began + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
        poll(Duration.ZERO);
      }
      send();
    }
    producer.flush();
  }

  private void send() {
    byte[] key = Integer.toString(next).getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(input, key, photos.get(next % photos.size())));
    next++;
  }

  private void await(int images) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
    while (told.size() < images) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("only " + told.size() + " of " + images + " came back");
      }
      poll(Duration.ofMillis(100));
    }
  }

  private void poll(Duration time) {
    for (ConsumerRecord<byte[], byte[]> one : results.poll(time)) {
      told.put(
          Integer.valueOf(new String(one.key(), StandardCharsets.UTF_8)),
          new String(one.value(), StandardCharsets.UTF_8));
    }
  }

  private List<String> results(int from, int to) {
    List<String> some = new ArrayList<>();
    for (int id = from; id < to; id++) {
      some.add(told.get(id));
    }
    return some;
  }

  private static double number(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(-?[0-9.]+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return Double.parseDouble(found.group(1));
  }

  private static double mean(List<String> results, String name) {
    return results.stream().mapToDouble(one -> number(one, name)).average().orElseThrow();
  }

  /** CPU time of a process so far: fields 14 and 15, user and system. */
  private static double ticks(Path stat) throws IOException {
    String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
    return Arrays.stream(fields, 11, 13).mapToDouble(Double::parseDouble).sum();
  }
}
