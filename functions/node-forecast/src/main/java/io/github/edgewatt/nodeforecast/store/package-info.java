/**
 * The models of a file or folder, kept as the files change: each is read whole and verified before
 * it takes the place of an older one, and what is refused leaves the older one in its place.
 */
package io.github.edgewatt.nodeforecast.store;
