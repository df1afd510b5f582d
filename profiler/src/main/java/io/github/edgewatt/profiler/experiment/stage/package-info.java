/**
 * An experiment's steps as child processes: their command lines, their logs, their deadlines and
 * their ends. What was started is written into the journal before anybody waits for it.
 */
package io.github.edgewatt.profiler.experiment.stage;
