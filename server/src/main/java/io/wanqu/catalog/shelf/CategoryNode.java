package io.wanqu.catalog.shelf;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A category as buyers see it.
 *
 * @param products how many are on sale in it and below it
 */
public record CategoryNode(String id, String slug, String name, @Nullable Shown picture, long products, List<CategoryNode> children) {
}
