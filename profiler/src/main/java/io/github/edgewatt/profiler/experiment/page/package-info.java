/**
 * An experiment's pages: one a measurement and, for a sweep, one that compares them. Each is one
 * file without scripts that opens without network; figures stand in the CSV files it links to.
 */
package io.github.edgewatt.profiler.experiment.page;
