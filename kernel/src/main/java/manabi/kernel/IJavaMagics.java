package manabi.kernel;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import manabi.kernel.magic.MagicRegistry;

/** The base kernel's registry of magics: what is registered here, cells know. */
final class IJavaMagics extends Magics {
  private final MagicRegistry magics;

  IJavaMagics(MagicRegistry magics) {
    this.magics = magics;
  }

  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    magics.line(name, magic);
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    magics.cell(name, magic);
  }
}
