package io.github.edgewatt.scoring.extender;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.edgewatt.scoring.score.Rejection;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers to a scheduler, with the keys as Go writes them. */
public final class ExtenderWriter {
  private static final int BYTES_OF_A_LINE = 64;
  private static final byte[] HOST = bytes("{\"Host\":");
  private static final byte[] SCORE = bytes(",\"Score\":");

  private ExtenderWriter() {}

  /** A HostPriorityList; {@code scores} are 0 to 10, one a node. */
  public static byte[] scores(List<String> nodes, int[] scores) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 + BYTES_OF_A_LINE * nodes.size());
    out.write('[');
    for (int i = 0; i < scores.length; i++) {
      comma(out, i > 0);
      out.writeBytes(HOST);
      string(out, nodes.get(i));
      out.writeBytes(SCORE);
      out.writeBytes(bytes(Integer.toString(scores[i])));
      out.write('}');
    }
    out.write(']');
    return out.toByteArray();
  }

  /** An ExtenderFilterResult in the form of the question. */
  public static byte[] filtered(ExtenderArgs args, List<Rejection> rejections) {
    Map<String, Rejection> rejected = new LinkedHashMap<>();
    rejections.forEach(one -> rejected.putIfAbsent(one.node(), one));
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 + 32 * args.nodes().size());
    if (args.whole().isPresent()) {
      out.writeBytes(bytes("{\"Nodes\":{\"metadata\":{},\"items\":["));
      passed(args, rejected, out);
      out.writeBytes(bytes("]}"));
    } else {
      out.writeBytes(bytes("{\"NodeNames\":["));
      passed(args, rejected, out);
      out.write(']');
    }
    out.writeBytes(bytes(",\"FailedNodes\":"));
    reasons(rejected, false, out);
    out.writeBytes(bytes(",\"FailedAndUnresolvableNodes\":"));
    reasons(rejected, true, out);
    out.writeBytes(bytes(",\"Error\":\"\"}"));
    return out.toByteArray();
  }

  private static void passed(
      ExtenderArgs args, Map<String, Rejection> rejected, ByteArrayOutputStream out) {
    boolean more = false;
    for (int i = 0; i < args.nodes().size(); i++) {
      if (rejected.containsKey(args.nodes().get(i))) {
        continue;
      }
      comma(out, more);
      more = true;
      if (args.whole().isPresent()) {
        args.whole().get().write(i, out);
      } else {
        string(out, args.nodes().get(i));
      }
    }
  }

  private static void reasons(
      Map<String, Rejection> rejected, boolean forGood, ByteArrayOutputStream out) {
    out.write('{');
    boolean more = false;
    for (Rejection one : rejected.values()) {
      if (one.forGood() == forGood) {
        comma(out, more);
        more = true;
        string(out, one.node());
        out.write(':');
        string(out, one.reason());
      }
    }
    out.write('}');
  }

  private static void comma(ByteArrayOutputStream out, boolean wanted) {
    if (wanted) {
      out.write(',');
    }
  }

  private static void string(ByteArrayOutputStream out, String text) {
    out.write('"');
    out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
    out.write('"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
