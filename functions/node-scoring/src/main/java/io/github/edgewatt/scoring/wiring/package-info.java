/**
 * Puts the parts together by configuration: the cluster's view, temperatures, predictors, policies,
 * and what answers with them.
 */
package io.github.edgewatt.scoring.wiring;
