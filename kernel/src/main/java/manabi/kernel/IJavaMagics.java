package manabi.kernel;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import manabi.kernel.magic.CellMagic;
import manabi.kernel.magic.LineMagic;
import manabi.kernel.magic.MagicHelp;
import manabi.kernel.magic.MagicLine;
import manabi.kernel.magic.MagicRegistry;
import manabi.kernel.magic.MagicResult;

/** The base kernel's registry of magics: what is registered here, cells know. */
final class IJavaMagics extends Magics {
  private final MagicRegistry magics;

  IJavaMagics(MagicRegistry magics) {
    this.magics = magics;
  }

  private record Line(String name, LineMagicFunction<?> function) implements LineMagic {
    @Override
    public MagicHelp help() {
      return helpOf("%" + name);
    }

    @Override
    public MagicResult run(MagicLine line) throws Exception {
      return result(function.execute(line.words()));
    }
  }

  private record Cell(String name, CellMagicFunction<?> function) implements CellMagic {
    @Override
    public MagicHelp help() {
      return helpOf("%%" + name);
    }

    @Override
    public MagicResult run(MagicLine line, String body) throws Exception {
      return result(function.execute(line.words(), body));
    }
  }

  private static MagicHelp helpOf(String name) {
    return new MagicHelp(name + " WORD…", "Registered by a cell or a library.", name);
  }

  private static MagicResult result(Object value) {
    return value == null ? MagicResult.nothing() : MagicResult.shown(value);
  }

  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    magics.add(new Line(name, magic));
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    magics.add(new Cell(name, magic));
  }
}
