/**
 * What is asked of a trained model, and the answers as tables and JSON: what a load does to a node,
 * how far a rate may rise, what many configurations would do. Knows a {@code Forecaster} only by
 * its interface; files and the command line are the business of {@code command}.
 */
package io.github.edgewatt.forecaster.question;
