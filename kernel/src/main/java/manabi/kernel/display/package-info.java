/**
 * How values of a cell become what a front end shows: MIME bundles and live displays.
 *
 * <p>Start with {@link manabi.kernel.display.MimeBundle}; {@link manabi.kernel.display.Renderers}
 * is where an extension says how its values look.
 */
package manabi.kernel.display;
