/**
 * Writes datasets in upstream's layout, with upstream's columns and nothing else, so that its
 * notebooks run on our measurements.
 */
package io.github.edgewatt.dataset.export;
