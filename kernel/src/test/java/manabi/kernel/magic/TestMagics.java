package manabi.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.eval.JavaEngine;

/** The kernel's magics without a kernel. */
final class TestMagics {
  private TestMagics() {}

  /** Returns the magics, printing to {@code out}. */
  static StandardMagics on(JavaEngine engine, ByteArrayOutputStream out) {
    return new StandardMagics(
        engine, new PrintStream(out, true, StandardCharsets.UTF_8), new Silent(), () -> 1, c -> {});
  }

  private static final class Silent implements LiveDisplay {
    @Override
    public String show(MimeBundle bundle) {
      return "";
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {}
  }
}
