/**
 * Functions as processes of this machine: the platform that needs nothing but a JDK. {@link
 * io.github.edgewatt.profiler.platform.local.LocalPlatform#open} takes the machine's run lock, ends
 * what a killed run left behind, and from then on writes down every process before and after it
 * starts, so that none outlives its run.
 */
package io.github.edgewatt.profiler.platform.local;
