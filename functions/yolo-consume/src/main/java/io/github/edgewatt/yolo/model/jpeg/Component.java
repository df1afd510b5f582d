package io.github.edgewatt.yolo.model.jpeg;

/**
 * One of a picture's colours as its frame declares it.
 *
 * @param id the number scans call it by
 * @param across its samples per unit across: the picture's greatest is full width
 * @param down its samples per unit down
 * @param quantisation which of four tables
 */
record Component(int id, int across, int down, int quantisation) {}
