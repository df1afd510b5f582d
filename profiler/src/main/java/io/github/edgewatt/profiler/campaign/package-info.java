/**
 * A run: asks the design what to measure, deploys, warms, rests, loads, measures, judges, and
 * writes each row before it goes on. Everything it touches comes in through interfaces, the time
 * included.
 */
package io.github.edgewatt.profiler.campaign;
