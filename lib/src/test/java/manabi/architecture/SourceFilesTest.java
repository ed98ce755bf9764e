package manabi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import manabi.tensor.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to a class or a package beside its code. Tests run in the module's folder. */
class SourceFilesTest {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");
  private static final String OPERATIONS = "manabi.tensor.op";

  static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageSaysWhatItIs(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");
    assertThat(info).exists();
    assertThat(Files.readString(info)).startsWith("/**");
  }

  static List<String> operations() throws IOException {
    try (Stream<Path> files = Files.list(MAIN.resolve(OPERATIONS.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("package-info"))
          .filter(SourceFilesTest::isOperation)
          .sorted()
          .toList();
    }
  }

  private static boolean isOperation(String name) {
    Class<?> type = type(name);
    return Operation.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(OPERATIONS + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasATestWithAGradientCheck(String name) throws IOException {
    Path own = test(name);
    Path tested = Files.exists(own) ? own : test(type(name).getSuperclass().getSimpleName());
    assertThat(tested).content().contains(name).contains("assertGradients(");
  }

  private static Path test(String name) {
    return TEST.resolve(OPERATIONS.replace('.', '/')).resolve(name + "Test.java");
  }
}
