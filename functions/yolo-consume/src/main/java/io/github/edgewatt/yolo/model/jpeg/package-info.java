/**
 * Decodes baseline JPEGs, which nearly all cameras write, at no more than the size a model looks
 * at. The JDK's own reader takes four times as long, more than the model itself; whatever is not
 * baseline is left to it. Pure: bytes in, planes out.
 */
package io.github.edgewatt.yolo.model.jpeg;
