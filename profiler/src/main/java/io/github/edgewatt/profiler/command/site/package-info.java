/**
 * Where a run's functions live and what watches them: this machine, or a cluster behind a gateway.
 * The one place that chooses among platforms and meters.
 */
package io.github.edgewatt.profiler.command.site;
