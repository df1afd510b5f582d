package io.github.edgewatt.profiler.kafka.track.file;

import static io.github.edgewatt.profiler.kafka.track.result.TestResults.BARE;
import static io.github.edgewatt.profiler.kafka.track.result.TestResults.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables to the character, as published. */
class TableHeaderTest {
  private static String table(String header) {
    TableHeader columns = TableHeader.of(header);
    return columns.line() + columns.row(0, WHOLE) + columns.row(1, BARE);
  }

  @Test
  void theFirstGeneration() {
    assertThat(table("gen-1"))
        .isEqualTo(
            """
            ,source,model,dimensions,pre,inf,post,queue,start_time,end_time
            0,10.0.0.7,yolox_nano,"[1, 3, 416, 416]",1.5,20.25,0.5,7.0,1700000000000.0,1700000000007.0
            1,unknown,unknown,,,,,,,
            """);
  }

  @Test
  void theSecondGeneration() {
    assertThat(table("gen-2"))
        .isEqualTo(
            """
            ,source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id
            0,10.0.0.7,yolox_nano,"[1, 3, 416, 416]",0.125,1.5,20.25,0.5,7.0,1700000000000.0,1700000000007.0,17
            1,unknown,unknown,,,,,,,,,
            """);
  }

  @Test
  void ours() {
    assertThat(table("full"))
        .isEqualTo(
            """
            ,source,model,dimensions,idle,pre,inf,post,queue,start_time,end_time,id,\
            finish_time,detections,errors,partition,offset
            0,10.0.0.7,yolox_nano,"[1, 3, 416, 416]",0.125,1.5,20.25,0.5,7.0,1700000000000.0,\
            1700000000007.0,17,1700000000029.25,2,,2,123
            1,unknown,unknown,,,,,,,,,,,,,,
            """);
  }

  @Test
  void allRowsHaveTheHeadersColumns() {
    for (TableHeader header : TableHeader.values()) {
      long columns = header.line().chars().filter(c -> c == ',').count();
      assertThat(header.row(7, BARE).chars().filter(c -> c == ',').count())
          .as("%s", header)
          .isEqualTo(columns);
    }
  }

  @Test
  void cellsAreQuotedAsPandasDoes() {
    TrackedResult odd =
        new TrackedResult(
            "a,\"b\"",
            "m",
            "",
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Optional.of("x,1"),
            OptionalInt.of(0),
            "too \"late\"",
            Optional.empty());
    assertThat(TableHeader.FULL.row(3, odd))
        .isEqualTo(
            "3,\"a,\"\"b\"\"\",m,,0.0,0.0,0.0,0.0,0.0,0.0,0.0,\"x,1\",0.0,0,\"too \"\"late\"\"\",,\n");
  }

  @ParameterizedTest
  @CsvSource({
    "-12.5,-12.5",
    "1e-7,0.00000010",
    "1700000000123.4,1700000000123.4",
    "3,3.0",
    "-0.0,0.0",
    "NaN,''",
    "Infinity,''"
  })
  void numbersHaveNoExponent(double queue, String cell) {
    String row = TableHeader.GEN_1.row(0, TestResults.timed("a", 1, 2, 3, queue));
    assertThat(row).startsWith("0,a,yolox_nano,\"[1, 3, 416, 416]\",1.0,2.0,3.0," + cell + ",17");
  }

  @Test
  void othersAreRefused() {
    assertThatThrownBy(() -> TableHeader.of("gen-3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'gen-3': say gen-1, gen-2 or full");
  }
}
