package manabi.kernel.assist;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not used for long. */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
  private static final float LOAD = 0.75f;

  private final int kept;

  RecentlyUsed(int kept) {
    super(kept, LOAD, true);
    this.kept = kept;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > kept;
  }
}
