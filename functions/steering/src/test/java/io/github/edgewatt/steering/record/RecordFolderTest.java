package io.github.edgewatt.steering.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFolderTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static RecordFolder.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void writesWhatIsReadAgain() throws IOException {
    RecordFolder record = new RecordFolder(folder.resolve("a").resolve("b"), "where");
    record.write("1.gz", text("first"));
    record.write("1.gz", text("second"));

    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("a/b/1.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second");
    }
  }

  @Test
  void whatBreaksOffLeavesNothingBehind() throws IOException {
    RecordFolder record = new RecordFolder(folder, "where");
    record.write("1.gz", text("whole"));
    byte[] before = Files.readAllBytes(folder.resolve("1.gz"));

    assertThatThrownBy(
            () ->
                record.write(
                    "1.gz",
                    out -> {
                      out.write(1);
                      throw new IOException("no space left");
                    }))
        .hasMessage("no space left");
    assertThat(names()).containsExactly("1.gz");
    assertThat(Files.readAllBytes(folder.resolve("1.gz"))).isEqualTo(before);
  }

  @Test
  void keepsTheLastOfThoseThatMatch() throws IOException {
    RecordFolder record = new RecordFolder(folder, "where");
    for (String name : List.of("3.gz", "1.gz", "2.gz", "other.txt")) {
      record.write(name, text(name));
    }
    record.keepLast(2, "\\d\\.gz");
    assertThat(names()).containsExactly("2.gz", "3.gz", "other.txt");
    record.keepLast(5, "\\d\\.gz");
    assertThat(names()).hasSize(3);
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path none : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> new RecordFolder(none, "some_record"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("some_record is '" + none + "': it must be a folder that can be written to");
    }
  }
}
