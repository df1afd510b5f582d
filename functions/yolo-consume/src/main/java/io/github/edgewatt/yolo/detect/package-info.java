/**
 * What a detection is, and the rules that make detections of pixels and numbers: letterbox forms,
 * head layouts, suppression of overlaps. No input or output, no clock.
 */
package io.github.edgewatt.yolo.detect;
