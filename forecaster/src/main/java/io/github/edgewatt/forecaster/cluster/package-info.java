/**
 * Groups functions by what they cost alone, names the groups, and tells which group a new function
 * belongs to. Only {@link io.github.edgewatt.forecaster.cluster.KMeans} trains with Weka; the group
 * model is plain numbers, and asking it needs no learner's library.
 */
package io.github.edgewatt.forecaster.cluster;
