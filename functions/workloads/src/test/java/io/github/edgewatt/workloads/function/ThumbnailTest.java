package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThumbnailTest {
  @Test
  void isDeterministicAndDependsOnTheSeed() {
    Thumbnail.Output output = Thumbnail.run(new Thumbnail.Input(null, null, null));

    assertThat(output.width()).isEqualTo(128);
    assertThat(output.height()).isEqualTo(96);
    assertThat(output.jpegBytes()).isBetween(1_000, 10_000);
    assertThat(output).isEqualTo(Thumbnail.run(Thumbnail.Input.ofText("128")));
    assertThat(output.crc32())
        .isNotEqualTo(Thumbnail.run(new Thumbnail.Input(null, null, 2L)).crc32());
  }

  @Test
  void worksAtItsBounds() {
    assertThat(Thumbnail.run(new Thumbnail.Input(16, 16, null)).height()).isEqualTo(12);
    assertThat(Thumbnail.run(new Thumbnail.Input(512, 2_048, null)).jpegBytes()).isPositive();
    Refused.because("width must be from 16 to 512", () -> new Thumbnail.Input(15, null, null));
    Refused.because("sourceWidth", () -> new Thumbnail.Input(null, 2_049, null));
  }
}
