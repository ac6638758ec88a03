package io.wanqu.structure.walls.lower;

import io.wanqu.structure.walls.higher.Reached;

/** Reaches where it may not. */
public record Reacher(Reached reached) {
}
