/**
 * Says where the next pod costs least: a kube-scheduler extender, and a function for any other
 * caller.
 */
package io.github.edgewatt.scoring;
