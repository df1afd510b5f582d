/**
 * The availability guard: keeps a share of a set's replicas apart before the policies may pack
 * them. After WAO's PodSpread, from the annotation {@code edgewatt.io/podspread-rate} of a pod, its
 * ReplicaSet or its Deployment.
 */
package io.github.edgewatt.scoring.score.spread;
