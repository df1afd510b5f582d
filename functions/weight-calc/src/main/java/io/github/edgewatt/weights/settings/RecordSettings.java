package io.github.edgewatt.weights.settings;

import io.github.edgewatt.cluster.settings.Environment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where rounds are kept.
 *
 * @param folder the folder; it is made
 * @param most how many rounds, the newest; 1 or more
 */
public record RecordSettings(Path folder, int most) {
  /** The variable that names the folder. */
  public static final String FOLDER = "osmotic_lb_opt_record";

  private static final String MOST = "osmotic_lb_opt_record_rounds";

  static Optional<RecordSettings> of(Environment environment) {
    int most = environment.whole(MOST, 360, 1, 1_000_000);
    return environment.text(FOLDER).map(folder -> new RecordSettings(Path.of(folder), most));
  }
}
