/**
 * Puts figures and charts into one self-contained HTML page: no scripts to read it, no network, one
 * style sheet inside. Everything that comes from a run is escaped here.
 */
package io.github.edgewatt.profiler.report.html;
