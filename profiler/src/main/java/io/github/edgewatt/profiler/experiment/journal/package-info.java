/**
 * {@code experiment.json}: what an experiment was asked, each step with its command line, log and
 * end, and the processes that run now. It is replaced as a whole with every change, so whoever
 * takes an experiment up again finds where it stood, however it ended.
 */
package io.github.edgewatt.profiler.experiment.journal;
