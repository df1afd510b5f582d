package io.github.edgewatt.profiler.extract;

/** What an extraction leaves. */
public enum Format {
  /** The servers' answers as they came. */
  JSON,
  /** One Parquet dataset. */
  PARQUET,
  /** Both. */
  BOTH;

  /** Whether a Parquet dataset is written. */
  public boolean parquet() {
    return this != JSON;
  }

  /** Whether answers stay. */
  public boolean json() {
    return this != PARQUET;
  }
}
