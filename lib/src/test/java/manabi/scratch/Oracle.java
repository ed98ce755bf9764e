package manabi.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Values made by {@code src/test/python/oracle/scratch_oracle.py}, and how to compare with them.
 */
final class Oracle {

  /** Sums of some ten products of numbers near 1, in another order, over a few updates. */
  static final double TOLERANCE = 1e-12;

  private Oracle() {}

  static <T> List<T> read(String name, Class<T> type) {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream in = Oracle.class.getResourceAsStream("/oracle/" + name)) {
      return mapper.readValue(
          in, mapper.getTypeFactory().constructCollectionType(List.class, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Overwrites the entries of {@code target}. */
  static void set(double[][] target, double[][] values) {
    for (int i = 0; i < target.length; i++) {
      System.arraycopy(values[i], 0, target[i], 0, target[i].length);
    }
  }

  static void assertClose(String name, double[][] actual, double[][] expected) {
    assertThat(actual).as(name).hasNumberOfRows(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("%s[%d]", name, i).containsExactly(expected[i], within(TOLERANCE));
    }
  }
}
