package manabi.kernel.magic;

import java.util.List;

/**
 * A command to the kernel, written with a percent sign. Implement {@link LineMagic} for {@code
 * %name}, {@link CellMagic} for {@code %%name}, or both.
 */
public interface Magic {

  /** Returns the name, without percent signs. */
  String name();

  /** Returns other names for the same, without percent signs. */
  default List<String> aliases() {
    return List.of();
  }

  /** Returns what {@code %name?} prints. */
  MagicHelp help();
}
