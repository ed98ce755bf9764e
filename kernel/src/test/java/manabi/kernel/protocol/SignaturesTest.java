package manabi.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
  private static final List<byte[]> PARTS =
      List.of(bytes("what do ya want "), bytes("for nothing?"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // RFC 2202 (SHA-1) and RFC 4231 (SHA-2), test case 2.
  @ParameterizedTest
  @CsvSource({
    "hmac-sha1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "hmac-sha256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "hmac-sha512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
  })
  void signaturesAreThoseOfTheStandard(String scheme, String expected) throws Exception {
    Signatures signatures = new Signatures(scheme, "Jefe");
    assertThat(signatures.sign(PARTS)).isEqualTo(bytes(expected));
    assertThat(signatures.accept(bytes(expected), PARTS)).isTrue();
    assertThat(signatures.accept(bytes(expected.replace('a', 'b')), PARTS)).isFalse();
    assertThat(signatures.accept(bytes(""), PARTS)).isFalse();
  }

  @Test
  void withoutAKeyEverythingIsAccepted() throws Exception {
    Signatures none = new Signatures("hmac-sha256", "");
    assertThat(none.sign(PARTS)).isEmpty();
    assertThat(none.accept(bytes("whatever"), PARTS)).isTrue();
  }

  @Test
  void anUnknownSchemeIsAnError() {
    assertThatThrownBy(() -> new Signatures("hmac-none", "key"))
        .isInstanceOf(NoSuchAlgorithmException.class);
  }
}
