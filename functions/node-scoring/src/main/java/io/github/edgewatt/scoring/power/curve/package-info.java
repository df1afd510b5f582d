/**
 * Trained models of ours as power models: watts over CPU use for each kind of node, worked out once
 * from the model's own forecasts. Asked from memory.
 */
package io.github.edgewatt.scoring.power.curve;
