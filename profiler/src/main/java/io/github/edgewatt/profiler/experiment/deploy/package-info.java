/**
 * What an experiment runs on: the servers of a stack script, and consumers as processes of this
 * machine or pods of a Deployment. Only what was started here is ended here.
 */
package io.github.edgewatt.profiler.experiment.deploy;
