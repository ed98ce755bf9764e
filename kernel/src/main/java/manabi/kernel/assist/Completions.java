package manabi.kernel.assist;

import java.util.List;

/**
 * What can stand at the cursor.
 *
 * @param matches the texts, the likeliest first
 * @param start where the text that they replace begins
 * @param end where it ends
 */
public record Completions(List<Match> matches, int start, int end) {}
