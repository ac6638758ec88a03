package io.wanqu.structure.walls.higher;

/** What the lower module must not know. */
public record Reached(String text) {
}
