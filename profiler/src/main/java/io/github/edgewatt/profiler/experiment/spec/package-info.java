/**
 * What an experiment asks for: one YAML file, read strictly, as records. Nothing here looks further
 * than the file system.
 */
package io.github.edgewatt.profiler.experiment.spec;
