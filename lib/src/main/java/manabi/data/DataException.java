package manabi.data;

/** Says that a data set was not found, could not be fetched, or is not what it should be. */
public final class DataException extends RuntimeException {

  DataException(String message) {
    super(message);
  }

  DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
