package manabi.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

  private static final int IDX3 = 0x0803;

  @TempDir private Path folder;

  @Test
  void readsBytesInRowMajorOrder() throws IOException {
    byte[] content = idx(IDX3, new int[] {2, 1, 3}, 0, 51, 102, 153, 204, 255);

    assertThat(file(content).read(255, 255, 2, 1, 3).data())
        .containsExactly(0, 51 / 255f, 102 / 255f, 153 / 255f, 204 / 255f, 1);
  }

  @Test
  void refusesAnotherMagicNumber() throws IOException {
    IdxFile file = file(idx(0x0801, new int[] {2, 1, 1}, 0, 1));

    assertRefuses(file, "must begin with the magic number 0x00000803, has 0x00000801", 2, 1, 1);
  }

  @Test
  void refusesAnotherCount() throws IOException {
    IdxFile file = file(idx(IDX3, new int[] {2, 1, 1}, 0, 1));

    assertRefuses(file, "must hold [3, 1, 1], holds [2, 1, 1]", 3, 1, 1);
  }

  @Test
  void refusesMissingAndTrailingBytes() throws IOException {
    int[] shape = {2, 1, 2};

    assertRefuses(file(idx(IDX3, shape, 1, 2, 3)), "must have 4 values, ends after 3", 2, 1, 2);
    assertRefuses(
        file(idx(IDX3, shape, 1, 2, 3, 4, 5)), "must end after 4 values, has more", 2, 1, 2);
    assertRefuses(file(new byte[6]), "must begin with the magic number", 2, 1, 2);
    assertRefuses(file(new byte[3]), "cannot be read: it ends too early", 2, 1, 2);
  }

  @Test
  void refusesALabelOutOfRange() throws IOException {
    IdxFile file = file(idx(0x0801, new int[] {3}, 0, 9, 10));

    assertThatThrownBy(() -> file.read(1, 9, 3))
        .isInstanceOf(DataException.class)
        .hasMessage(file.path() + " must have values 0 to 9, value 2 is 10");
  }

  @Test
  void noticesOneFlippedBit() throws IOException {
    byte[] content = idx(IDX3, new int[] {1, 1, 3}, 7, 8, 9);
    Checksum checksum = checksum(content);
    content[content.length - 1] ^= 1;
    IdxFile file = new IdxFile(write(gzip(content)), checksum);

    assertRefuses(
        file, "must have the SHA-256 " + checksum.hex() + " when unpacked, has ", 1, 1, 3);
  }

  @Test
  void refusesAGzipFileCutInTheMiddle() throws IOException {
    byte[] content = idx(IDX3, new int[] {2, 1, 1}, 3, 4);
    byte[] packed = gzip(content);
    IdxFile file = new IdxFile(write(Arrays.copyOf(packed, packed.length / 2)), checksum(content));

    assertRefuses(file, "cannot be read: it ends too early", 2, 1, 1);
  }

  @Test
  void refusesAFileThatIsNoGzipFileAndOneThatIsNotThere() throws IOException {
    IdxFile text = new IdxFile(write("<html>".getBytes(UTF_8)), checksum(new byte[0]));
    IdxFile none = new IdxFile(folder.resolve("none.gz"), checksum(new byte[0]));

    assertRefuses(
        text, "cannot be read: it is not a sound gzip file (Not in GZIP format)", 1, 1, 1);
    assertRefuses(none, "cannot be read: no such file", 1, 1, 1);
  }

  private static void assertRefuses(IdxFile file, String message, int... shape) {
    assertThatThrownBy(() -> file.read(255, 255, shape))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file.path() + " " + message);
  }

  private IdxFile file(byte[] content) throws IOException {
    return new IdxFile(write(gzip(content)), checksum(content));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("data.gz"), bytes);
  }

  private static Checksum checksum(byte[] content) {
    Checksum any = Checksum.sha256OfUnpacked("");
    return Checksum.sha256OfUnpacked(HexFormat.of().formatHex(any.newDigest().digest(content)));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] idx(int magic, int[] shape, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
    buffer.putInt(magic);
    Arrays.stream(shape).forEach(buffer::putInt);
    Arrays.stream(values).forEach(value -> buffer.put((byte) value));
    return buffer.array();
  }
}
