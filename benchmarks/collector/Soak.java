import io.github.edgewatt.collector.event.Checked.Good;
import io.github.edgewatt.collector.event.EventReader;
import io.github.edgewatt.collector.event.Form;
import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.window.Nodes;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Ten million events through form, check and windows, at 20,000 a second of simulated time; one of
 * a hundred names a bitstream never seen before. Prints the heap after a collection every million,
 * and what the annotations come to. Exit 1 where the heap grows by more than 1 MiB. Run by soak.sh.
 */
final class Soak {
  private static final int MILLION = 1_000_000;
  private static final long START = 1_700_000_000_000L;
  private static final int EVENTS_A_SECOND = 20_000;

  public static void main(String[] args) {
    Nodes nodes = Nodes.one("soak");
    long first = 0;
    long last = 0;
    System.out.printf("%10s %14s %12s %14s%n", "events", "heap KiB", "ns/event", "annotations B");
    for (int million = 1; million <= 10; million++) {
      long from = System.nanoTime();
      long now = START;
      for (int i = 0; i < MILLION; i++) {
        long number = (million - 1L) * MILLION + i;
        now = START + number * 1_000 / EVENTS_A_SECOND;
        String id = number % 100 == 0 ? "once-" + number : "bitstream-" + number % 8;
        String kind = number % 10 == 0 ? "reconfiguration_ms" : "duration_ms";
        String form = "timestamp_ms=" + now + "&" + kind + "=1.25&bitstream_identifier=" + id;
        byte[] body = form.getBytes(StandardCharsets.ISO_8859_1);
        Good good = (Good) EventReader.check(Form.read(body, null).orElseThrow(), now);
        nodes.add(null, good.event(), now);
      }
      long nanos = System.nanoTime() - from;
      Annotations annotations = Annotations.of(nodes.all().get("soak").snapshot(now));
      int bytes = annotations.summary().length() + annotations.state().length();
      System.gc();
      last = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
      first = million == 1 ? last : first;
      System.out.printf(
          Locale.ROOT,
          "%,10d %,14d %,12d %,14d%n",
          million * (long) MILLION,
          last,
          nanos / MILLION,
          bytes);
    }
    System.out.printf(
        "the heap has %s by %d KiB since the first million%n",
        last < first ? "fallen" : "grown", Math.abs(last - first));
    if (last - first > 1024) {
      System.exit(1);
    }
  }
}
