/**
 * Power meters and the attribution of energy. Absence is absence: without a meter power is NaN with
 * a reason, an estimate only for whoever asks for one, and marked.
 */
package io.github.edgewatt.profiler.energy;
