/**
 * Turns a run's rows into what a person looks at: the table at the end of a run and the
 * self-contained report page. {@code figures} holds pure arithmetic, {@code chart} and {@code html}
 * draw it; nothing here reads or writes files.
 */
package io.github.edgewatt.profiler.report;
