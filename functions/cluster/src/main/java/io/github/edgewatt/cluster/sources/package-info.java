/** Opens the sources that the environment names, and has them tell one sink. */
package io.github.edgewatt.cluster.sources;
