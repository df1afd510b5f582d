/**
 * Reads what Linux says about processes under {@code /proc}, or under a folder that stands in for
 * it. The local platform tells its own processes by it, the host meter and the doctor count with
 * it; it looks at nothing else of ours.
 */
package io.github.edgewatt.profiler.proc;
