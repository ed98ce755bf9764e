package manabi.kernel.magic;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import manabi.kernel.display.LiveDisplay;
import manabi.kernel.eval.JavaEngine;
import manabi.kernel.maven.MavenResolver;

/**
 * The magics that the kernel brings.
 *
 * @param engine what they work on
 * @param out where they print
 * @param display where they show progress
 * @param number gives the execution count of the running cell
 * @param extended is told each time when a magic makes more classes known
 */
public record StandardMagics(
    JavaEngine engine,
    PrintStream out,
    LiveDisplay display,
    IntSupplier number,
    Consumer<ClassLoader> extended) {

  /** Registers the magics and returns a runner of cells that knows them. */
  public CellRunner addTo(MagicRegistry magics) {
    CellRunner runner = new CellRunner(engine, calls(magics));
    magics.add(new LoadMagic(runner, number));
    magics.add(new TimeMagic(runner, out, number));
    magics.add(new TimeitMagic(engine, number));
    magics.add(new WriteFileMagic(out));
    magics.add(new EnvMagic(System.getenv(), out));
    magics.add(new MemoryMagic(out));
    magics.add(new LsMagic(magics, out));
    addClassPathMagics(magics);
    return runner;
  }

  /** Returns how cells call magics by name. */
  public MagicCalls calls(MagicRegistry magics) {
    return new MagicCalls(engine, magics, out);
  }

  private void addClassPathMagics(MagicRegistry magics) {
    String start = System.getProperty("java.class.path");
    ClassPath classPath = new ClassPath(engine, start, extended, out);
    magics.add(new ClasspathMagic(classPath));
    magics.add(new JarsMagic(classPath));
    Path mavenHome = Path.of(System.getProperty("user.home"), ".m2");
    MavenClassPath maven = new MavenClassPath(new MavenResolver(mavenHome, display), classPath);
    magics.add(new MavenMagic(maven));
    magics.add(new MavenRepoMagic(maven));
    magics.add(new LoadFromPomMagic(maven));
  }
}
