package manabi.kernel.eval;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source code in memory; the compiler names it by its URI, also where it wraps the object. */
public final class SourceFile extends SimpleJavaFileObject {
  private final String code;

  /**
   * Makes a file.
   *
   * @param index tells the files of one run of the compiler apart
   */
  public SourceFile(int index, String code) {
    super(URI.create("cell:///Cell" + index + ".java"), Kind.SOURCE);
    this.code = code;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return code;
  }
}
