/**
 * Answers from memory what power models were asked lately, asks for the rest in batches within one
 * deadline, and leaves models alone that fail; the straight line stands in for those.
 */
package io.github.edgewatt.scoring.power.cache;
