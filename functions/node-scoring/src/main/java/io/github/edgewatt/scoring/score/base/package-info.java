/**
 * What the policies share: what they remember of nodes between two questions, and when a reading is
 * too old to decide on.
 */
package io.github.edgewatt.scoring.score.base;
