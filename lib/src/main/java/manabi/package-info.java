/** The lectures' deep learning library. */
package manabi;
