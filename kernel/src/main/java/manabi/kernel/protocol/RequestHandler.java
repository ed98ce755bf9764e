package manabi.kernel.protocol;

/** Answers one kind of request. */
@FunctionalInterface
public interface RequestHandler {

  /** Answers {@code request} through {@code environment}; busy and idle are sent around it. */
  void handle(CellEnvironment environment, Request request);
}
