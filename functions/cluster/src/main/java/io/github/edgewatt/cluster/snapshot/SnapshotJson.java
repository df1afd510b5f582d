package io.github.edgewatt.cluster.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Snapshots as JSON: each record an object whose fields are its components, in their order; maps by
 * their keys' order; instants as {@code 2026-01-02T03:04:05.678Z}; the look-back in seconds; a
 * number that is not known {@code null}. The same snapshot is always written the same.
 *
 * <p>What is read must have every field (fields that are not known are passed over) and no more
 * than 1 GiB. Values go from and to the stream one by one: no tree is built.
 */
public final class SnapshotJson {
  private static final long MOST_BYTES = 1L << 30;
  private static final int BUFFER = 1 << 16;
  private static final ObjectMapper MAPPER = SnapshotMapper.make();

  private SnapshotJson() {}

  /** Writes to {@code out}, which stays open. */
  public static void write(Snapshot snapshot, OutputStream out) throws IOException {
    MAPPER.writeValue(out, snapshot);
  }

  /**
   * Reads to the end of {@code in}, which stays open.
   *
   * @throws IllegalArgumentException one line: where it is no snapshot and why, or that it is too
   *     large
   */
  public static Snapshot read(InputStream in) throws IOException {
    return read(in, MOST_BYTES);
  }

  static Snapshot read(InputStream in, long mostBytes) throws IOException {
    try {
      Snapshot snapshot = MAPPER.readValue(new Bounded(in, mostBytes), Snapshot.class);
      if (snapshot == null) {
        throw new IllegalArgumentException("it is null");
      }
      return snapshot;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(SnapshotMapper.why(e), e);
    }
  }

  /**
   * Replaces {@code file}: who reads it sees the old one or the new. Packed with gzip where its
   * name ends in {@code .gz}.
   */
  public static void write(Snapshot snapshot, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (OutputStream out = out(part, packed(file))) {
        write(snapshot, out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Reads a file, unpacked where its name ends in {@code .gz}.
   *
   * @throws IllegalArgumentException one line with the file's name: missing, damaged or too large
   */
  public static Snapshot read(Path file) {
    return read(file, MOST_BYTES);
  }

  static Snapshot read(Path file, long mostBytes) {
    try (InputStream in = in(file)) {
      return read(in, mostBytes);
    } catch (IllegalArgumentException e) {
      throw refused(file, "is no snapshot: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw refused(file, "is not there", e);
    } catch (EOFException | ZipException e) {
      throw refused(file, "is damaged: its gzip data ends early or is none", e);
    } catch (IOException e) {
      throw refused(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream in(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return packed(file) ? new GZIPInputStream(raw, BUFFER) : new BufferedInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static OutputStream out(Path file, boolean packed) throws IOException {
    OutputStream raw = Files.newOutputStream(file);
    try {
      return packed ? new GZIPOutputStream(raw, BUFFER) : new BufferedOutputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean packed(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static IllegalArgumentException refused(Path file, String what, Exception cause) {
    return new IllegalArgumentException(file + " " + what, cause);
  }
}
