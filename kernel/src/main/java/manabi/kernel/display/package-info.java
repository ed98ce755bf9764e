/** How values of a cell become what a front end shows: MIME bundles and live displays. */
package manabi.kernel.display;
