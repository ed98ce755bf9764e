package manabi.kernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.LineMagicArgs;
import io.github.spencerpark.jupyter.kernel.magic.MagicParser;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The magics that exist, by name: the base kernel's registry with names that can be listed. */
public final class MagicRegistry {
  private final Magics magics = new Magics();
  private final MagicParser parser = new MagicParser();
  private final SortedSet<String> lineNames = new TreeSet<>();
  private final SortedSet<String> cellNames = new TreeSet<>();

  /** Registers a magic for a line that begins with {@code %name}. */
  public void line(String name, LineMagicFunction<?> magic) {
    magics.registerLineMagic(name, magic);
    lineNames.add(name);
  }

  /** Registers a magic for a cell that begins with {@code %%name}. */
  public void cell(String name, CellMagicFunction<?> magic) {
    magics.registerCellMagic(name, magic);
    cellNames.add(name);
  }

  /** Returns all magics as they are written, with their percent signs, in alphabetical order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    lineNames.forEach(name -> names.add("%" + name));
    cellNames.forEach(name -> names.add("%%" + name));
    return names;
  }

  /**
   * Runs a line magic and returns its value, or nothing.
   *
   * @param line the line from its percent sign on
   * @throws Exception what the magic throws, {@link UnknownMagic} if there is none of that name
   */
  Optional<Object> runLine(String line) throws Exception {
    LineMagicArgs call = parse(line);
    if (!lineNames.contains(call.getName())) {
      throw new UnknownMagic("%", call.getName(), lineNames);
    }
    return Optional.ofNullable(magics.applyLineMagic(call.getName(), call.getArgs()));
  }

  /**
   * Runs a cell magic and returns its value, or nothing.
   *
   * @param line the cell's first line from its second percent sign on
   * @param body the cell without that line, as many blank lines in its place as keep line numbers
   * @throws Exception what the magic throws, {@link UnknownMagic} if there is none of that name
   */
  Optional<Object> runCell(String line, String body) throws Exception {
    LineMagicArgs call = parse(line);
    if (!cellNames.contains(call.getName())) {
      throw new UnknownMagic("%%", call.getName(), cellNames);
    }
    return Optional.ofNullable(magics.applyCellMagic(call.getName(), call.getArgs(), body));
  }

  private LineMagicArgs parse(String line) {
    List<LineMagicArgs> calls = new ArrayList<>();
    var unused =
        parser.transformLineMagics(
            line.strip(),
            context -> {
              calls.add(context.getMagicCall());
              return "";
            });
    return calls.get(0);
  }
}
