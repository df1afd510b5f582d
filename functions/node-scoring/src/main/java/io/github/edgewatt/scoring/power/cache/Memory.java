package io.github.edgewatt.scoring.power.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.edgewatt.scoring.power.PowerSource;
import java.util.Collection;

/** Sources and their answers, a bounded number of each; what was not used for longest goes. */
final class Memory {
  private static final int MOST_SOURCES = 8192;

  private final PredictorOptions options;
  private final Cache<PowerSource, AskedSource> sources =
      Caffeine.newBuilder().maximumSize(MOST_SOURCES).executor(Runnable::run).build();
  private final Cache<RowKey, Row> rows;

  Memory(PredictorOptions options) {
    this.options = options;
    this.rows =
        Caffeine.newBuilder().maximumSize(options.mostRows()).executor(Runnable::run).build();
  }

  AskedSource asked(PowerSource source) {
    AskedSource asked = sources.getIfPresent(source);
    return asked != null ? asked : sources.get(source, key -> new AskedSource(key, options));
  }

  Row row(RowKey key) {
    Row row = rows.getIfPresent(key);
    return row != null ? row : rows.get(key, Row::new);
  }

  Collection<AskedSource> asked() {
    return sources.asMap().values();
  }

  /** How many rows it holds, by estimate. */
  long size() {
    rows.cleanUp();
    return rows.estimatedSize();
  }
}
