/**
 * What a node draws at a given CPU use: models behind TF Serving's and the Open Inference Protocol,
 * forecaster models in this process, and a straight line where none answers. Never blocks a caller
 * for longer than its deadline.
 */
package io.github.edgewatt.scoring.power;
