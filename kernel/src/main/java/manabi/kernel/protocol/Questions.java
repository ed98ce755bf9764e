package manabi.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * Questions to the readers of cells, one at a time: a client shows one input field.
 *
 * <p>Threads of cells wait here and may be stopped at any point, which leaves the locks and queues
 * of {@code java.util.concurrent} with a waiter that is gone. Monitors survive that.
 */
final class Questions {
  private final KernelConnection connection;
  private Request asking;
  private String questionId = "";
  private Request answer;

  Questions(KernelConnection connection) {
    this.connection = connection;
  }

  /**
   * Asks the client that sent {@code cell} and waits for its answer.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  synchronized String ask(Request cell, String prompt, boolean password)
      throws InterruptedException {
    while (asking != null) {
      wait();
    }
    try {
      asking = cell;
      questionId = send(cell, prompt, password);
      while (answer == null) {
        wait();
      }
      return answer.text("value", "");
    } finally {
      asking = null;
      answer = null;
      notifyAll();
    }
  }

  private String send(Request cell, String prompt, boolean password) {
    JsonObject question = new JsonObject();
    question.addProperty("prompt", prompt);
    question.addProperty("password", password);
    return connection.send(
        Channel.STDIN, "input_request", KernelConnection.message(cell, question));
  }

  /** Takes an answer, unless it is one to an earlier question or of another client. */
  synchronized void answered(Request received) {
    // Some clients do not say which question they answer.
    boolean isToThis = received.parentId().isEmpty() || received.parentId().equals(questionId);
    boolean isAwaited = asking != null && answer == null && isToThis;
    if (isAwaited && same(received.getIdentities(), asking.getIdentities())) {
      answer = received;
      notifyAll();
    }
  }

  private static boolean same(List<byte[]> some, List<byte[]> others) {
    return Arrays.deepEquals(some.toArray(), others.toArray());
  }
}
