/** A model and its runtime: an image's bytes in, detections and the time they took out. */
package io.github.edgewatt.yolo.model;
