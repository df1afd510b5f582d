package io.github.edgewatt.profiler.kafka.track.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which record of each partition of results was written last, and where its row ends. Written
 * before the row: after a kill the row's end tells whether the row came to be, so that the next run
 * neither skips nor repeats it. A slot a partition, so it stays small.
 */
final class Positions {
  static final String NAME = ".positions";

  private static final int MAGIC = 0x45575031;
  private static final int TOPIC_BYTES = 16;
  private static final int HEAD = Integer.BYTES + TOPIC_BYTES;
  private static final int SLOT = 3 * Long.BYTES;
  private static final int MOST_PARTITIONS = 65_536;

  /**
   * @param file number of the table the record's row is in
   * @param end how long that table is with the row
   */
  record Slot(int partition, long offset, int file, long end) {}

  private final Path path;
  private final FileChannel channel;

  /**
   * @param topic the topic's own id, 16 bytes: a topic made anew counts from 0 again
   */
  Positions(Path folder, byte[] topic) throws IOException {
    path = folder.resolve(NAME);
    channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Bytes.writeAt(channel, 0, ByteBuffer.allocate(HEAD).putInt(MAGIC).put(topic).array());
  }

  void put(Slot slot) throws IOException {
    if (slot.partition() >= MOST_PARTITIONS) {
      return;
    }
    byte[] bytes =
        ByteBuffer.allocate(SLOT)
            .putLong(slot.offset() + 1)
            .putLong(slot.file())
            .putLong(slot.end())
            .array();
    Bytes.writeAt(channel, HEAD + (long) SLOT * slot.partition(), bytes);
  }

  /** What a run left; nothing where it was another topic's, or where nothing was left. */
  static List<Slot> read(Path folder, byte[] topic) throws IOException {
    List<Slot> slots = new ArrayList<>();
    ByteBuffer bytes;
    try {
      Path file = folder.resolve(NAME);
      if (Files.size(file) > HEAD + (long) SLOT * MOST_PARTITIONS) {
        return slots;
      }
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return slots;
    }
    byte[] written = new byte[TOPIC_BYTES];
    if (bytes.remaining() < HEAD || bytes.getInt() != MAGIC) {
      return slots;
    }
    bytes.get(written);
    if (!ByteBuffer.wrap(written).equals(ByteBuffer.wrap(topic))) {
      return slots;
    }
    for (int partition = 0; bytes.remaining() >= SLOT; partition++) {
      long next = bytes.getLong();
      long file = bytes.getLong();
      long end = bytes.getLong();
      if (next > 0) {
        slots.add(new Slot(partition, next - 1, (int) file, end));
      }
    }
    return slots;
  }

  /**
   * @param forget whether Kafka knows of all that was written
   */
  void close(boolean forget) throws IOException {
    channel.close();
    if (forget) {
      Files.deleteIfExists(path);
    }
  }
}
