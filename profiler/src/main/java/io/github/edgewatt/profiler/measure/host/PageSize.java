package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;

/** The kernel's page size, in which {@code statm} counts. */
final class PageSize {
  private static final long COMMON = 4096;

  /** {@code AT_PAGESZ} of getauxval(3). */
  private static final long AT_PAGESZ = 6;

  private PageSize() {}

  /** From the auxiliary vector, pairs of longs; 4096 where it cannot be read. */
  static long of(Proc proc) {
    try {
      byte[] vector = Files.readAllBytes(proc.root().resolve("self/auxv"));
      ByteBuffer words = ByteBuffer.wrap(vector).order(ByteOrder.nativeOrder());
      while (words.remaining() >= 2 * Long.BYTES) {
        long key = words.getLong();
        long value = words.getLong();
        if (key == AT_PAGESZ) {
          return value;
        }
      }
    } catch (IOException e) {
      return COMMON;
    }
    return COMMON;
  }
}
