/**
 * The names under which notebooks and libraries written for IJava look for their kernel. They lead
 * to {@link manabi.kernel.CellCalls}, where new cells find what they need.
 */
package io.github.spencerpark.ijava;
