/**
 * The names under which libraries written for IJava look for the calls of cells. They lead to
 * {@link manabi.kernel.CellCalls}.
 */
package io.github.spencerpark.ijava.runtime;
