/**
 * Nodes and pods as sources find them, before they are told: what their labels mean, and the zone a
 * pod has from its node. Redis' and Kubernetes' sources share it, so that both mean the same.
 */
package io.github.edgewatt.cluster.objects;
