/**
 * What kube-scheduler and an extender say to each other (kube-scheduler/extender/v1), read and
 * written as a stream: of a request only the pod and the nodes' names are kept, and nodes that came
 * whole go back as the bytes they came as.
 */
package io.github.edgewatt.scoring.extender;
