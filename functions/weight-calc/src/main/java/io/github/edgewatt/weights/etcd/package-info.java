/**
 * Weights in etcd: {@code golb/function/<zone>/<fn>}, written only where they change, by
 * compare-and-swap, and only by the process that leads. What speaks to etcd stands behind two small
 * interfaces, so that the rules are tested without it.
 */
package io.github.edgewatt.weights.etcd;
