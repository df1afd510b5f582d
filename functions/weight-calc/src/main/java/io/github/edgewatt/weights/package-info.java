/** Load-balancer weights: how each zone's gateway splits the requests of each function. */
package io.github.edgewatt.weights;
