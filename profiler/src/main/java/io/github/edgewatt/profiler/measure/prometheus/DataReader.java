package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Reads the {@code data} of an answer; the parser stands on its first token, and ends on its last.
 */
interface DataReader<T> {
  T read(JsonParser json) throws IOException;
}
