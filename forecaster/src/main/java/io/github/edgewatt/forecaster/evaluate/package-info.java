/**
 * Honest scores: splits that never show a learner what it is tested on, the scores themselves, and
 * the baselines and the noise floor they stand beside.
 */
package io.github.edgewatt.forecaster.evaluate;
