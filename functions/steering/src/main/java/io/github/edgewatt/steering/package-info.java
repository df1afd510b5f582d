/** What the functions that steer traffic and replicas share. */
package io.github.edgewatt.steering;
