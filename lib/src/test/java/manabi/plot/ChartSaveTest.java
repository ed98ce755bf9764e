package manabi.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChartSaveTest {

  private static final Chart CHART = LineChart.of("loss", 1, 2).size(200, 150);

  @TempDir private Path folder;

  @Test
  void writesThePictureAndNothingElse() throws IOException {
    Path file = folder.resolve("new folder/損失.PNG");
    CHART.save(file);
    CHART.save(file);
    assertThat(file).hasBinaryContent(CHART.png());
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thePictureIsReadableByWhomANewFileIs() throws IOException {
    Path file = folder.resolve("loss.png");
    CHART.save(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("new"))));
  }

  @Test
  void refusesOtherFormats() {
    assertThatThrownBy(() -> CHART.save(Path.of("chart.svg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("file must end in .png, was chart.svg");
  }

  @Test
  void namesTheFileThatCannotBeWritten() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("a"), "a file, not a folder");
    Path file = inTheWay.resolve("chart.png");
    assertThatThrownBy(() -> CHART.save(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the chart to " + file);
  }
}
