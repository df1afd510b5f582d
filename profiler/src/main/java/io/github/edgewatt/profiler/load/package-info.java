/**
 * The open-loop load generator: requests leave on an absolute schedule whatever the answers do, and
 * latency counts from the intended send time, so a stalled server cannot hide its own stall
 * (coordinated omission).
 */
package io.github.edgewatt.profiler.load;
