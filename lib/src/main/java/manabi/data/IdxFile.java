package manabi.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import manabi.tensor.Tensor;

/**
 * A gzipped file of unsigned bytes in the idx format of the MNIST family: a magic number that says
 * how many axes there are, the extent of each, the bytes in row-major order.
 *
 * @param path the file
 * @param checksum what its unpacked bytes must have
 */
record IdxFile(Path path, Checksum checksum) {

  /** Two zeros, 8 for unsigned bytes, then the number of axes. */
  private static final int MAGIC = 0x0800;

  /**
   * Reads the bytes as numbers, each divided by {@code divisor}.
   *
   * @param divisor 255 for images in [0, 1]
   * @param maximum the largest byte there may be
   * @param shape the extents the file must have
   * @throws DataException if anything in the file is not as it must be
   */
  Tensor read(float divisor, int maximum, int... shape) {
    MessageDigest digest = checksum.newDigest();
    try (InputStream raw = Files.newInputStream(path);
        InputStream unpacked = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
        DataInputStream in = new DataInputStream(new DigestInputStream(unpacked, digest))) {
      readHeader(in, shape);
      Tensor result = Tensor.zeros(shape);
      readBody(in, result.data(), divisor, maximum);
      if (in.read() >= 0) {
        throw new DataException(path + " must end after " + result.size() + " values, has more");
      }
      checksum.compare(path, digest);
      return result;
    } catch (IOException e) {
      throw new DataException(path + " cannot be read: " + Failures.reason(e), e);
    }
  }

  private void readHeader(DataInputStream in, int[] shape) throws IOException {
    int magic = in.readInt();
    if (magic != MAGIC + shape.length) {
      throw new DataException(
          "%s must begin with the magic number %#010x, has %#010x"
              .formatted(path, MAGIC + shape.length, magic));
    }
    int[] actual = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      actual[axis] = in.readInt();
    }
    if (!Arrays.equals(shape, actual)) {
      throw new DataException(
          path + " must hold " + Arrays.toString(shape) + ", holds " + Arrays.toString(actual));
    }
  }

  private void readBody(DataInputStream in, float[] values, float divisor, int maximum)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int done = 0; done < values.length; ) {
      int n = in.read(buffer, 0, Math.min(buffer.length, values.length - done));
      if (n < 0) {
        throw new DataException(
            path + " must have " + values.length + " values, ends after " + done);
      }
      for (int i = 0; i < n; i++) {
        int value = Byte.toUnsignedInt(buffer[i]);
        if (value > maximum) {
          throw new DataException(
              path
                  + " must have values 0 to "
                  + maximum
                  + ", value "
                  + (done + i)
                  + " is "
                  + value);
        }
        values[done + i] = value / divisor;
      }
      done += n;
    }
  }
}
