/**
 * When a function or a node counts as overloaded, and why. Pure rules over one window's figures.
 */
package io.github.edgewatt.profiler.overload;
