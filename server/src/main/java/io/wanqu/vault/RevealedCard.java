package io.wanqu.vault;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** An opened card of a line; whoever receives it writes it out at once and keeps it nowhere. */
public record RevealedCard(int line, int unit, long cardId, @Nullable CardKey number, CardKey secret, @Nullable Instant expiresAt) {
}
