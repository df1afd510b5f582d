/**
 * Placement: how many replicas there are, what room nodes have, and which zone and node the next
 * replica goes to.
 */
package io.github.edgewatt.scaling.placement;
