/** The baselines' arithmetic: how many replicas a ratio of measured to wanted asks for. */
package io.github.edgewatt.scaling.baseline;
