package manabi.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write to one folder, held by one thread of one process at a time.
 *
 * <p>The operating system gives it back when a process dies. The lock file stays: to delete it
 * would let two processes lock two files of the same name.
 */
final class FolderLock {

  /** File locks are held by the whole process, so its own threads need another. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private FolderLock() {}

  /**
   * Makes the folder if need be, waits for its turn, and runs {@code action}.
   *
   * @throws DataException if the folder cannot be made or written to
   */
  static void hold(Path folder, Runnable action) {
    IN_THIS_PROCESS.lock();
    try (FileChannel channel = open(folder)) {
      channel.lock(); // closing the channel gives it back
      action.run();
    } catch (IOException e) {
      throw new DataException(folder + " cannot be written to: " + Failures.reason(e), e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(folder.resolve(".lock"), CREATE, WRITE);
  }
}
