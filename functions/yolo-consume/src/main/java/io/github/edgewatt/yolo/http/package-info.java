/** Images of callers over HTTP, and the health of the process. */
package io.github.edgewatt.yolo.http;
