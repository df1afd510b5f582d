/**
 * How strongly two series go together, at which lag, and whether chance would do as much: functions
 * of numbers, each with its formula and where it comes from.
 */
package io.github.edgewatt.profiler.correlate.rule;
