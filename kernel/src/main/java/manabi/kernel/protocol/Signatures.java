package manabi.kernel.protocol;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of messages. Nothing is shared between two calls: a cell's thread that is stopped
 * while it signs must not spoil the next signature.
 */
final class Signatures {
  private static final byte[] NONE = {};

  private final Mac prototype;

  /**
   * Makes the signatures of a connection file.
   *
   * @param scheme for example {@code hmac-sha256}
   * @param key the shared secret; with an empty one nothing is signed and every message accepted
   * @throws NoSuchAlgorithmException if this JVM does not know the scheme
   * @throws InvalidKeyException if the key does not fit the scheme
   */
  Signatures(String scheme, String key) throws NoSuchAlgorithmException, InvalidKeyException {
    if (key.isEmpty()) {
      prototype = null;
    } else {
      prototype = Mac.getInstance(scheme.replace("-", ""));
      prototype.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), scheme));
    }
  }

  /** Returns the signature of the parts one after the other, in hexadecimal digits. */
  byte[] sign(List<byte[]> parts) {
    if (prototype == null) {
      return NONE;
    }
    try {
      Mac mac = (Mac) prototype.clone();
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(prototype.getAlgorithm() + " cannot be copied", e);
    }
  }

  /** Returns whether a signature is right, in a time that does not depend on where it differs. */
  boolean accept(byte[] signature, List<byte[]> parts) {
    return prototype == null || MessageDigest.isEqual(sign(parts), signature);
  }
}
