package io.github.edgewatt.workloads.function;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.Map;

/** Encodes a text as a QR code. Cost grows with the text's length. */
public final class QrCode {
  // Without it, what Latin-1 lacks would silently become question marks.
  private static final Map<EncodeHintType, ?> UTF_8 = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

  private QrCode() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param text 1 to 1,000 characters; default {@code http://www.google.com}
   * @param errorCorrection {@code M} (default), {@code L}, {@code Q} or {@code H}
   */
  public record Input(String text, String errorCorrection) {
    public Input {
      text = Bounds.text("text", text, "http://www.google.com", 1_000);
      if (text.isEmpty()) {
        throw new BadInputException("text must not be empty");
      }
      errorCorrection =
          Bounds.oneOf("errorCorrection", errorCorrection, List.of("M", "L", "Q", "H"));
    }

    public static Input ofText(String text) {
      return new Input(text, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param modules modules along a side
   * @param code the rows, {@code #} dark and {@code .} light, ended by {@code \n}
   * @param crc32 CRC-32 of the code
   */
  public record Output(int modules, String code, String crc32) {}

  public static Output run(Input input) {
    ByteMatrix matrix;
    try {
      matrix =
          Encoder.encode(input.text(), ErrorCorrectionLevel.valueOf(input.errorCorrection()), UTF_8)
              .getMatrix();
    } catch (WriterException e) {
      throw new BadInputException("text does not fit into a QR code: " + e.getMessage());
    }
    StringBuilder code = new StringBuilder((matrix.getWidth() + 1) * matrix.getHeight());
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        code.append(matrix.get(x, y) == 1 ? '#' : '.');
      }
      code.append('\n');
    }
    return new Output(matrix.getWidth(), code.toString(), Checksum.crc32(code.toString()));
  }
}
