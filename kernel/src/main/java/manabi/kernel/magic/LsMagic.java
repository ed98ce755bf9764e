package manabi.kernel.magic;

import java.io.PrintStream;

/** {@code %lsmagic}: lists the magics. */
final class LsMagic implements LineMagic {
  private final MagicRegistry magics;
  private final PrintStream out;

  LsMagic(MagicRegistry magics, PrintStream out) {
    this.magics = magics;
    this.out = out;
  }

  @Override
  public String name() {
    return "lsmagic";
  }

  @Override
  public MagicHelp help() {
    return new MagicHelp(
        "%lsmagic",
        "Lists all magics. A question mark after a magic prints more about it.", "%maven?");
  }

  @Override
  public MagicResult run(MagicLine line) {
    for (Magic magic : magics.all()) {
      out.println(magic.help().usage().strip());
      out.println("    " + magic.help().summary());
    }
    out.println("\nA question mark prints more, for example %maven?");
    return MagicResult.nothing();
  }
}
