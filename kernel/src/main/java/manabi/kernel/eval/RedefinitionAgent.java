package manabi.kernel.eval;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * This JVM's leave to change classes that are loaded. The JVM gives it to agents only, so the
 * kernel attaches itself to itself, which needs {@code -Djdk.attach.allowAttachSelf=true}.
 */
public final class RedefinitionAgent {
  private static Instrumentation instrumentation;
  private static boolean asked;

  private RedefinitionAgent() {}

  /** Called by the JVM when it loads the agent. */
  public static void agentmain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /** Returns what changes classes, or nothing where this JVM does not allow it. */
  static synchronized Optional<Instrumentation> instrumentation() {
    if (!asked) {
      asked = true;
      attach();
    }
    return Optional.ofNullable(instrumentation);
  }

  private static void attach() {
    try {
      Path jar = Files.createTempFile("manabi-agent", ".jar");
      try {
        writeJar(jar);
        VirtualMachine self = VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
        self.loadAgent(jar.toString());
        self.detach();
      } finally {
        Files.deleteIfExists(jar);
      }
    } catch (IOException
        | AttachNotSupportedException
        | AgentLoadException
        | AgentInitializationException e) {
      instrumentation = null; // Then classes are replaced instead of changed.
    }
  }

  /** Writes a jar that only names this class: the class itself is on the class path already. */
  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", RedefinitionAgent.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }
}
