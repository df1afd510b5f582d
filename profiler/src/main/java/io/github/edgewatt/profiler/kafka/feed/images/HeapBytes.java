package io.github.edgewatt.profiler.kafka.feed.images;

import io.jhdf.GlobalHeap;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a variable-length byte array stands in an HDF5 file's global heaps. Read one by one: the
 * library reads whole data sets only (its slices of chunked ones lose all chunks but the first),
 * and unsigned bytes as integers of four times the memory.
 *
 * @param length in bytes
 * @param heap the heap's address
 * @param index of the object there
 */
record HeapBytes(int length, long heap, int index) {
  private static final int LENGTH_BYTES = 4;
  private static final int INDEX_BYTES = 4;

  /** A one-dimensional data set's arrays, in its order. */
  static List<HeapBytes> row(Dataset dataset, HdfBackingStorage storage) throws IOException {
    if (!(dataset.getDataType() instanceof VariableLength type)
        || type.isVariableLengthString()
        || type.getParent().getSize() != 1
        || dataset.getDimensions().length != 1) {
      throw new IOException(dataset.getPath() + " is no row of variable-length byte arrays");
    }
    int count = dataset.getDimensions()[0];
    List<HeapBytes> all = new ArrayList<>(count);
    if (dataset instanceof ChunkedDataset chunked) {
      int chunk = chunked.getChunkDimensions()[0];
      for (int first = 0; first < count; first += chunk) {
        // The last chunk is whole, whatever of it is in use.
        ByteBuffer ids = ByteBuffer.wrap(chunked.getDecompressedChunk(new int[] {first}));
        add(all, ids, Math.min(chunk, count - first), storage.getSizeOfOffsets());
      }
    } else if (dataset instanceof ContiguousDataset contiguous) {
      add(all, contiguous.getBuffer(), count, storage.getSizeOfOffsets());
    } else {
      throw new IOException(dataset.getPath() + " has a layout that is not read here");
    }
    return all;
  }

  private static void add(List<HeapBytes> all, ByteBuffer ids, int count, int offsetBytes)
      throws IOException {
    ByteBuffer from = ids.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int each = LENGTH_BYTES + offsetBytes + INDEX_BYTES;
    if (offsetBytes != Long.BYTES || from.remaining() < (long) count * each) {
      throw new IOException("its arrays' places cannot be read");
    }
    for (int k = 0; k < count; k++) {
      all.add(new HeapBytes(from.getInt(), from.getLong(), from.getInt()));
    }
  }

  /** The bytes. */
  byte[] read(HdfBackingStorage storage) {
    byte[] bytes = new byte[length];
    new GlobalHeap(storage, heap).getObjectData(index).get(bytes);
    return bytes;
  }
}
