package io.github.edgewatt.profiler.experiment.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A small measurement's files as the stages write them. */
public final class Golden {
  private static final long T0 = 1_700_000_000_000L;

  private Golden() {}

  /** Writes them: 40 images in 4 s, 39 answers of 38 images, two consumers. */
  public static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("feed.csv"),
        """
        slice,time_ms,fraction,target_images_per_s,sent,bytes,achieved_mbps,lag_ms,failed
        0,1700000000000,0.03,5.0,10,500000,0.25,0.5,0
        1,1700000002000,0.97,15.0,30,1500000,0.75,3.5,1
        """);
    Files.writeString(
        folder.resolve("feed.json"),
        """
        {"start_time":1700000000000,"end_time":1700000004000,"first_id":0,"last_id":39,"sent":40,
         "failed":[40],"bytes":2000000,"achieved_mbps":0.5,"asked_mbps":0.6,"max_lag_ms":3.5,
         "shape":"day-night"}
        """);
    Files.writeString(
        folder.resolve("measured.json"),
        """
        {"from_ms":1699999995000,"to_ms":1700000014000,"consumers":2,"model":"synthetic:0.2",
         "resolution":320,"first_id":0,"joules":null,"meter":"none: no powercap folder",
         "unseen":"","notes":["consumer-2 ended with 137 in the middle"]}
        """);
    Path track = folder.resolve("yolo_outputs/1700000000_synthetic-0.2");
    Files.createDirectories(track);
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(
        track.resolve("summary.json"),
        """
        {"received":39,"unique":38,"duplicates":1,"missing":2,"unknown":0}
        """);
    // Split into two files, as the tracker does; answer i ends at T0 + 100 i, 10 i ms after its
    // start.
    Files.writeString(track.resolve("0.csv"), rows(1, 20));
    Files.writeString(track.resolve("1.csv"), rows(21, 39));
    StringBuilder usage = new StringBuilder("time_ms,consumer,cpu_seconds,memory_mb\n");
    for (int second = 0; second <= 4; second++) {
      long time = T0 + second * 1_000L;
      usage.append(String.format(Locale.ROOT, "%d,consumer-1,%.2f,90.0%n", time, 5.0 + second));
      usage.append(String.format(Locale.ROOT, "%d,consumer-2,%.2f,90.0%n", time, second / 2.0));
    }
    Files.writeString(folder.resolve("usage.csv"), usage.toString());
  }

  private static String rows(int from, int to) {
    StringBuilder csv =
        new StringBuilder(
            ",source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id,"
                + "finish_time,detections,errors,partition,offset\n");
    for (int i = from; i <= to; i++) {
      long finish = T0 + 100L * i;
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,consumer-%d,synthetic:0.2,\"[1, 3, 320, 320]\",1.5,2.0,7.0,1.0,%d.0,%d,%d,%d,%d,2,%s,0,%d%n",
              i - from,
              2 - i % 2,
              i,
              finish - 10L * i,
              finish - 10,
              i,
              finish,
              i == 39 ? "\"[\"\"too large\"\"]\"" : "[]",
              i));
    }
    return csv.toString();
  }
}
