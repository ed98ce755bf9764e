/**
 * Data sets of the lectures: found or fetched, checked, and read into tensors.
 *
 * <p>Start at {@link manabi.data.FashionMnist} and {@link manabi.data.Imdb}; {@link
 * manabi.data.DataDirectory} says where the files come from. Everything that can be wrong with a
 * file or its download is a {@link manabi.data.DataException}.
 */
package manabi.data;
