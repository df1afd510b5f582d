package io.github.edgewatt.dataset.run;

/**
 * One line of one table.
 *
 * @param file the table's file, relative to the run's folder
 * @param header the table's first line, without line end
 * @param line the line, without line end
 */
record TableLine(String file, String header, String line) {}
