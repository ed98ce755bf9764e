package manabi.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
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

  @Test
  void cellsThatPrintByTurnsKeepTheirOwnBatches() throws InterruptedException {
    PrintStream out = batcher.stream("stdout");
    List<Cell> cells = List.of(new Cell(), new Cell());
    Thread thread = new Thread(() -> printByTurns(out, cells, 1_000));
    thread.start();
    thread.join();
    batcher.flush();
    // Two, and two more for each time that 50 ms have gone by.
    assertThat(sent).hasSizeLessThan(200);
    assertThat(String.join("", sent).replace("stdout:", "")).hasSize(2_000);
  }

  private static void printByTurns(PrintStream out, List<Cell> cells, int times) {
    for (int i = 0; i < times; i++) {
      for (Cell cell : cells) {
        CurrentRequest.set(cell);
        out.print("x");
      }
    }
  }

  private static final class Cell implements MessageContext {
    @Override
    public List<byte[]> getIdentities() {
      return List.of();
    }

    @Override
    public Header<?> getHeader() {
      return new Header<>(MessageType.EXECUTE_REQUEST);
    }
  }

  @Test
  void muchTextIsSentBeforeTheCellEnds() {
    batcher.stream("stdout").print("x".repeat(200_000));
    assertThat(String.join("", sent)).startsWith("stdout:x").hasSizeGreaterThan(65_536);
  }
}
