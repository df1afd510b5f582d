/** What is answered over HTTP: state for people, weights of a snapshot to who asks. */
package io.github.edgewatt.weights.http;
