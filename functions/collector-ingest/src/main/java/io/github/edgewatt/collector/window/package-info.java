/**
 * What counts now: sums of the last five minutes, bitstreams of the last minute, one set of windows
 * a node. Constant memory whatever comes in; pure: the time is given by the caller.
 */
package io.github.edgewatt.collector.window;
