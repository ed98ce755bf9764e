package manabi.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import manabi.kernel.display.MimeBundle;
import org.junit.jupiter.api.Test;

class BundleJsonTest {
  @Test
  void bytesAreBase64AndJsonStaysJson() {
    MimeBundle bundle =
        MimeBundle.text("t")
            .with("image/png", new byte[] {1, 2, 3})
            .with("application/json", Map.of("x", List.of(1.5, Double.NaN, 2f)));
    assertThat(BundleJson.data(bundle))
        .hasToString(
            "{\"text/plain\":\"t\",\"image/png\":\"AQID\","
                + "\"application/json\":{\"x\":[1.5,null,2.0]}}");
  }
}
