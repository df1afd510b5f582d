/**
 * Brings Weka up without its side effects on the user's machine. Whoever trains with Weka passes
 * here first; whoever only asks a trained model never does.
 */
package io.github.edgewatt.forecaster.weka;
