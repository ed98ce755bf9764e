/**
 * The charts of the lectures: lines, points, histograms, bars, heat maps, contours with paths,
 * grids of pictures, the shapes of a network's layers, and graphs of networks and of computations.
 *
 * <p>A {@link manabi.plot.Chart} is an immutable value; every option returns a new one. It draws
 * itself as a PNG file, and all that have axes also give an interactive figure of the same numbers.
 * Inside a notebook a chart that ends a cell is shown; {@link manabi.plot.LiveChart} shows one that
 * changes while a cell runs.
 *
 * <p>Start at {@link manabi.plot.LineChart}. Colours are those of Okabe and Ito (2008), which
 * people with colour-blindness tell apart, always in the same order.
 */
package manabi.plot;
