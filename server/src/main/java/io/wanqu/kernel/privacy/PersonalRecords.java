package io.wanqu.kernel.privacy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import io.wanqu.kernel.AccountId;

/** One kind of personal data that a module keeps; it has a bean for each. How long it is kept is a dated rule elsewhere. */
public interface PersonalRecords {

    /** The kind, as {@code module.what}. */
    String kind();

    /** Gives out what is kept of this person, piece by piece, for himself; records that are written as JSON. */
    void read(Subject subject, Consumer<Object> out);

    /** Destroys what is kept of this person, in the caller's transaction; returns how many values. */
    int destroy(Subject subject);

    /** Destroys what is older, at most so many, in the caller's transaction; returns how many. */
    int expire(Instant before, int limit);

    /** Why this account can't go now, in a word that a page can turn into a sentence. */
    default Optional<String> obstacle(AccountId account) {
        return Optional.empty();
    }
}
