/**
 * Deploys and reaches functions. The campaign knows only these interfaces; {@code local} runs
 * processes on this machine, a cluster's gateway fits behind the same.
 */
package io.github.edgewatt.profiler.platform;
