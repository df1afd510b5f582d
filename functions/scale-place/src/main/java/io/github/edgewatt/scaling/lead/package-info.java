/** Which of several processes scales: the one that holds a Lease of Kubernetes. */
package io.github.edgewatt.scaling.lead;
