package manabi.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OutputBatcherTest {
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final OutputBatcher batcher =
      new OutputBatcher((parent, stream, text) -> sent.add(stream + ":" + text));

  @Test
  void orderIsKeptAcrossStreams() {
    PrintStream out = batcher.stream("stdout");
    PrintStream err = batcher.stream("stderr");
    out.print("a");
    err.print("b");
    out.print("c");
    batcher.flush();
    assertThat(String.join("", sent)).isEqualTo("stdout:astderr:bstdout:c");
  }

  @Test
  void charactersAreNeverSplit() {
    PrintStream out = batcher.stream("stdout");
    byte[] character = "学".getBytes(StandardCharsets.UTF_8);
    out.write(character, 0, 2);
    batcher.flush();
    assertThat(sent).isEmpty();
    out.write(character, 2, 1);
    batcher.flush();
    assertThat(sent).containsExactly("stdout:学");
  }
}
