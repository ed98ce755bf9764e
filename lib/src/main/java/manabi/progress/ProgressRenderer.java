package manabi.progress;

import java.time.Duration;

/** Draws one progress bar; a place where bars can be seen, such as a notebook, supplies these. */
public interface ProgressRenderer {

  /** Draws a state in the place of the one before; never called by two threads at once. */
  void render(ProgressState state);

  /** Returns the time that passes at least between two calls, except for the last one. */
  default Duration interval() {
    return Duration.ofMillis(200);
  }
}
