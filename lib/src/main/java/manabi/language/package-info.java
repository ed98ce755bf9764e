/**
 * Models of language and their parts.
 *
 * <p>Slides: "Position Encodingの実装". Start with {@link manabi.language.PositionEncoding}.
 */
package manabi.language;
