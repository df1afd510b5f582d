/**
 * The policy {@code power}: CPU in use before and after a pod, what the node draws at both, and a
 * score from the increase. Three sets of rules: watts as they are, and the two that WAO published.
 */
package io.github.edgewatt.scoring.score.power;
