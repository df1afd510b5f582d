package io.github.edgewatt.collector.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  @Test
  void readsEveryField() {
    EventFields fields =
        read(
            "timestamp_ms=1&reconfiguration_ms=2&duration_ms=3&bitstream_identifier=a"
                + "&bitstream_identifiers=b%2Cc&node=n1&other=x",
            null);
    assertThat(fields).isEqualTo(new EventFields("1", "2", "3", "a", "b,c", "n1"));
  }

  @Test
  void theBodyComesBeforeTheQueryAndTheFirstValueCounts() {
    EventFields fields =
        read("timestamp_ms=1&timestamp_ms=2&node=", "timestamp_ms=3&duration_ms=4&node=q");
    assertThat(fields).isEqualTo(new EventFields("1", null, "4", null, null, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "bitstream_identifier=a+b, a b",
    "bitstream_identifier=a%20b%C3%A4, a bä",
    "bitstream%5Fidentifier=x, x",
    "bitstream_identifier=x=y, x=y",
    "&&bitstream_identifier=x&&, x",
    "bitstream_identifier=%2b%2B, ++",
    "'bitstream_identifier=😀', 😀"
  })
  void decodesAsFormsAreEncoded(String form, String id) {
    assertThat(read(form, null).bitstream()).isEqualTo(id);
    assertThat(read("", form).bitstream()).isEqualTo(id);
  }

  @Test
  void aNameWithoutValueIsEmpty() {
    assertThat(read("node&duration_ms=", null))
        .isEqualTo(new EventFields(null, null, "", null, null, ""));
    assertThat(read("", null)).isEqualTo(new EventFields(null, null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=%", "a=%1", "a=%zz", "%=1", "a=1;b=2", "node=%g0&duration_ms=1", "a=%0ä"})
  void aBrokenFormIsNotReadInPart(String form) {
    assertThat(Form.read(form.getBytes(UTF_8), null)).isEmpty();
    assertThat(Form.read(new byte[0], form)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatALibraryEncodesIsReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder id = new StringBuilder();
      for (int c = random.nextInt(30); c > 0; c--) {
        id.appendCodePoint(
            random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(40) : 1 + random.nextInt(0x2000));
      }
      String form =
          "x=1&bitstream_identifier=" + URLEncoder.encode(id.toString(), UTF_8) + "&node=n";
      assertThat(read(form, null))
          .isEqualTo(new EventFields(null, null, null, id.toString(), null, "n"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noBytesMakeItFail(long seed) {
    Random random = new Random(seed);
    byte[] alphabet = "timestamp_ms=%&+;node0fF\u00e4".getBytes(UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] form = new byte[random.nextInt(60)];
      for (int b = 0; b < form.length; b++) {
        form[b] =
            random.nextBoolean()
                ? alphabet[random.nextInt(alphabet.length)]
                : (byte) random.nextInt();
      }
      assertThatCode(() -> Form.read(form, "node=" + form.length)).doesNotThrowAnyException();
    }
  }

  private static EventFields read(String body, String query) {
    return Form.read(body.getBytes(UTF_8), query).orElseThrow();
  }
}
