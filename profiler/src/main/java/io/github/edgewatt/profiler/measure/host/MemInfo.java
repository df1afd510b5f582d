package io.github.edgewatt.profiler.measure.host;

/**
 * {@code /proc/meminfo}, in bytes.
 *
 * @param totalBytes {@code MemTotal}
 * @param freeBytes {@code MemFree}
 * @param availableBytes {@code MemAvailable}
 * @param buffersBytes {@code Buffers}
 * @param cachedBytes {@code Cached}
 */
record MemInfo(
    long totalBytes, long freeBytes, long availableBytes, long buffersBytes, long cachedBytes) {

  static MemInfo parse(String text) {
    return new MemInfo(
        bytes(text, "MemTotal:"),
        bytes(text, "MemFree:"),
        bytes(text, "MemAvailable:"),
        bytes(text, "Buffers:"),
        bytes(text, "Cached:"));
  }

  private static long bytes(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("kB", "").strip())
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** Total - available; NaN without a total. */
  double usedBytes() {
    return totalBytes == 0 ? Double.NaN : totalBytes - availableBytes;
  }

  /** Upstream's percentage: 100 (1 - (free + cached + buffers) / total); NaN without a total. */
  double upstreamPercent() {
    return totalBytes == 0
        ? Double.NaN
        : 100 * (1 - (double) (freeBytes + cachedBytes + buffersBytes) / totalBytes);
  }
}
