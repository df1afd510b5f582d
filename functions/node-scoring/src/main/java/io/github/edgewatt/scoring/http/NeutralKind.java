package io.github.edgewatt.scoring.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What made a score say nothing, in few enough kinds for a metric. */
enum NeutralKind {
  /** Nobody knows the node. */
  NODE("unknown node|not known|no such node"),
  /** The pod asks for nothing. */
  POD("the pod asks"),
  /** What the node uses is unknown or old. */
  METRICS("metrics"),
  /** Its temperatures are. */
  TEMPERATURE("temperature|ambient|cpu1|cpu2|sensor"),
  /** What its labels or annotations say makes no sense. */
  LABEL("label|annotation"),
  /** Nobody told the watts. */
  PREDICTOR("predictor|model|watts|answer"),
  /** Something else. */
  OTHER("");

  private final Pattern words;

  NeutralKind(String words) {
    this.words = Pattern.compile(words);
  }

  /** The kind of a score's reasons, by the words in the first of them. */
  static NeutralKind of(List<String> reasons) {
    String reason = reasons.isEmpty() ? "" : reasons.get(0).toLowerCase(Locale.ROOT);
    for (NeutralKind kind : values()) {
      if (kind.words.matcher(reason).find()) {
        return kind;
      }
    }
    return OTHER;
  }
}
