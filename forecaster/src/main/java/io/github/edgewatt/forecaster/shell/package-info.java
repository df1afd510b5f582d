/**
 * What every program of this product does with its command line: exit codes, one line an error,
 * what nobody foresaw kept in a file. Commands themselves live in the programs' own packages.
 */
package io.github.edgewatt.forecaster.shell;
