package manabi.kernel.assist;

/**
 * What a name means, in three formats.
 *
 * @param plain as text for terminals
 * @param markdown as Markdown
 * @param html as HTML without scripts
 */
public record Inspection(String plain, String markdown, String html) {}
