package manabi.kernel.eval;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source code in memory; the compiler names it by its URI, also where it wraps the object. */
final class SourceFile extends SimpleJavaFileObject {
  private final String code;

  SourceFile(int index, String code) {
    super(URI.create("cell:///Cell" + index + ".java"), Kind.SOURCE);
    this.code = code;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return code;
  }
}
