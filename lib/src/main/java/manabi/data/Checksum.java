package manabi.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The checksum a file must have.
 *
 * @param algorithm a name of {@link MessageDigest}
 * @param hex the digest, lower case
 * @param ofUnpacked whether it is that of the bytes inside a gzip file, which stay the same when
 *     somebody packs them again
 */
record Checksum(String algorithm, String hex, boolean ofUnpacked) {

  static Checksum sha256OfUnpacked(String hex) {
    return new Checksum("SHA-256", hex, true);
  }

  static Checksum md5(String hex) {
    return new Checksum("MD5", hex, false);
  }

  /**
   * Reads the whole file and compares.
   *
   * @throws DataException if the file has another checksum or cannot be read
   */
  void verify(Path file) {
    MessageDigest digest = newDigest();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream bytes = ofUnpacked ? new GZIPInputStream(raw, 1 << 16) : raw;
        InputStream digested = new DigestInputStream(bytes, digest)) {
      digested.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DataException(file + " cannot be read: " + Failures.reason(e), e);
    }
    compare(file, digest);
  }

  /** Compares what a digest has seen so far. */
  void compare(Path file, MessageDigest digest) {
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!hex.equals(actual)) {
      throw new DataException(
          "%s must have the %s %s%s, has %s"
              .formatted(file, algorithm, hex, ofUnpacked ? " when unpacked" : "", actual));
    }
  }

  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
