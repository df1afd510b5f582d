package io.github.edgewatt.forecaster.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Writes and reads models: {@code docs/model-format.md}. */
public final class ModelFile {
  /** The version that is written, and the newest that is read. */
  public static final int VERSION = 1;

  /** No file, packed or unpacked, may be larger. */
  static final int MOST_BYTES = 256 << 20;

  /** From this size on the file is packed, whatever its name. */
  static final int PACK_BYTES = 5 << 20;

  private static final int GZIP_MAGIC = 0x8b1f;

  private ModelFile() {}

  /**
   * Replaces {@code file} by {@code model}: a reader sees the old one or the new. Packed with gzip
   * where the name ends in {@code .gz} or the text takes more than 5 MiB; the name stays.
   *
   * @throws DatasetException where the disk refuses, or the model is too large to be read again
   * @throws IllegalArgumentException where the model holds what no trainer makes, such as a weight
   *     that is not a number
   */
  public static void write(Path file, TrainedModel model) throws DatasetException {
    try {
      byte[] content = Envelope.wrap(ModelJson.of(model));
      if (content.length > MOST_BYTES) {
        throw new DatasetException(
            "cannot write "
                + file
                + ": the model takes "
                + (content.length >> 20)
                + " MiB, more than the "
                + (MOST_BYTES >> 20)
                + " that are read again: train fewer or smaller trees");
      }
      boolean pack = file.toString().endsWith(".gz") || content.length > PACK_BYTES;
      AtomicFiles.replace(file.toAbsolutePath(), pack ? packed(content) : content);
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /**
   * Reads a model, packed or not, whatever its name.
   *
   * @throws DatasetException one line that names what is wrong: missing, truncated, damaged, too
   *     large, of a newer version, or with features, units or learners this version does not know
   */
  public static TrainedModel read(Path file) throws DatasetException {
    return read(file, MOST_BYTES).model();
  }

  /**
   * A model that was read, with what tells its content from any other.
   *
   * @param sha256 the checksum in the file's first line, which the content was checked against
   */
  public record Verified(TrainedModel model, String sha256) {}

  /**
   * As {@link #read(Path)}, with the content's checksum.
   *
   * @throws DatasetException as {@link #read(Path)} does
   */
  public static Verified readVerified(Path file) throws DatasetException {
    return read(file, MOST_BYTES);
  }

  static Verified read(Path file, int mostBytes) throws DatasetException {
    try {
      byte[] content = Envelope.checked(unpacked(file, mostBytes));
      JsonNode tree = JsonText.MAPPER.readTree(content);
      return new Verified(
          ModelJson.read(new Fields("", tree.path("model"))), tree.path("sha256").asText());
    } catch (BadModelException e) {
      throw new DatasetException(file + " " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("no JSON");
      throw new DatasetException(file + " is damaged: " + what, e);
    } catch (IllegalArgumentException e) {
      throw new DatasetException(file + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  private static byte[] unpacked(Path file, int mostBytes) throws IOException {
    if (Files.size(file) > mostBytes) {
      throw tooLarge("takes", mostBytes);
    }
    byte[] raw = Files.readAllBytes(file);
    boolean packed = raw.length > 2 && ((raw[0] & 0xff) | (raw[1] & 0xff) << 8) == GZIP_MAGIC;
    if (!packed) {
      return raw;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw), 1 << 16)) {
      byte[] content = in.readNBytes(mostBytes + 1);
      if (content.length > mostBytes) {
        throw tooLarge("unpacks to", mostBytes);
      }
      return content;
    } catch (EOFException e) {
      throw new BadModelException("is truncated: its gzip data ends early; copy it again", e);
    } catch (ZipException e) {
      throw new BadModelException("is damaged: " + e.getMessage() + "; copy it again", e);
    }
  }

  private static BadModelException tooLarge(String verb, int mostBytes) {
    return new BadModelException(
        verb + " more than the " + (mostBytes >> 20) + " MiB a model may have");
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
