/**
 * Reads what Linux says about processes under {@code /proc}, or under a folder that stands in for
 * it. The local platform tells its own processes by it, the host meter and the doctor count with
 * it; it looks at nothing else of ours. And it holds this process's own end until its files are
 * written.
 */
package io.github.edgewatt.profiler.proc;
