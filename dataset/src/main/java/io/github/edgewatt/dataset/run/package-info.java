/**
 * A run's folder: the manifest {@code run.json}, the journal that is the truth, and the tables
 * projected from it. Whatever kills the writer between two writes, a resumed folder holds every
 * journalled event exactly once.
 */
package io.github.edgewatt.dataset.run;
