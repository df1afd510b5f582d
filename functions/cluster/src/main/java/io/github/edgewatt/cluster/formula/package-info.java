/** Formulas that weights and pressures have in common: functions of numbers, and nothing else. */
package io.github.edgewatt.cluster.formula;
