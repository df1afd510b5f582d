/**
 * Questions of others than schedulers, and answers that tell how each node's score came about: as
 * JSON, and as a table for people.
 */
package io.github.edgewatt.scoring.explain;
