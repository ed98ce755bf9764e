package manabi.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The magics that exist, by name. */
public final class MagicRegistry {
  private final SortedMap<String, LineMagic> lines = new ConcurrentSkipListMap<>();
  private final SortedMap<String, CellMagic> cells = new ConcurrentSkipListMap<>();

  /**
   * Adds a magic under its name and aliases.
   *
   * @throws IllegalArgumentException if one of the names is taken
   */
  public void add(Magic magic) {
    List<String> names = new ArrayList<>(magic.aliases());
    names.add(magic.name());
    for (String name : names) {
      if (lines.containsKey(name) || cells.containsKey(name)) {
        throw new IllegalArgumentException("there is a magic " + name + " already");
      }
    }
    for (String name : names) {
      if (magic instanceof LineMagic line) {
        lines.put(name, line);
      }
      if (magic instanceof CellMagic cell) {
        cells.put(name, cell);
      }
    }
  }

  /** Returns all magics as they are written, with their percent signs, in alphabetical order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    lines.keySet().forEach(name -> names.add("%" + name));
    cells.keySet().forEach(name -> names.add("%%" + name));
    return names;
  }

  /** Returns every magic once, by name. */
  Collection<Magic> all() {
    SortedMap<String, Magic> byName = new TreeMap<>();
    lines.values().forEach(magic -> byName.put(magic.name(), magic));
    cells.values().forEach(magic -> byName.put(magic.name(), magic));
    return byName.values();
  }

  /** Returns the magic {@code %name}. */
  LineMagic line(String name) {
    LineMagic magic = lines.get(name);
    if (magic == null) {
      throw unknown("%", name, cells.containsKey(name), lines.keySet());
    }
    return magic;
  }

  /** Returns the magic {@code %%name}. */
  CellMagic cell(String name) {
    CellMagic magic = cells.get(name);
    if (magic == null) {
      throw unknown("%%", name, lines.containsKey(name), cells.keySet());
    }
    return magic;
  }

  private static UnknownMagic unknown(
      String prefix, String name, boolean hasOtherForm, Collection<String> known) {
    return hasOtherForm
        ? UnknownMagic.otherForm(prefix, name)
        : UnknownMagic.nearest(prefix, name, known);
  }

  /** Returns the help of a magic, in whichever of its forms the reader asks for it. */
  MagicHelp help(String name) {
    Magic magic = cells.get(name);
    return (magic == null ? line(name) : magic).help();
  }
}
