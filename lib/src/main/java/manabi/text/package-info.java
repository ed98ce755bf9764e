/**
 * Text as numbers: words, vocabularies, sequences of equal length, and the pairs that word2vec
 * learns from.
 *
 * <p>Slides: 9.5 (9/13) for {@link manabi.text.Tokenizer} and {@link manabi.text.Padding}, word2vec
 * for {@link manabi.text.Corpus}, which is the place to start.
 */
package manabi.text;
