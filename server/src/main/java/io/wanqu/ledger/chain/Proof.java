package io.wanqu.ledger.chain;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a recount of a shop's books.
 *
 * @param unsealed postings of transactions that ended a moment ago, or still run; they come into the chain by themselves
 */
public record Proof(String shop, boolean intact, int days, long links, long postings, long unsealed, @Nullable Break broken) {

    /**
     * The first thing that is not as it was sealed.
     *
     * @param link          the number of the link within the day; 0 when it is the day itself
     * @param posting       the posting it is about; null when it is none
     * @param field         the column whose bytes differ, or what else is wrong
     * @param byteInCopy    where the sealed copy of the link and the bytes of today part, counted from 0; -1 when no bytes part
     * @param byteInPosting the same, counted from the beginning of the posting
     */
    public record Break(LocalDate day, int link, @Nullable String posting, String field, int byteInCopy, int byteInPosting, String says) {
    }
}
