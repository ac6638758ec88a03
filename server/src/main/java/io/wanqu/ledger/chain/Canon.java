package io.wanqu.ledger.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of postings, and the hashes over them. A posting is its fields in the order of {@link Field}, each
 * written as a netstring: the length of its UTF-8 bytes in decimal digits, a colon, the bytes, a comma. Numbers are decimal
 * digits, the time is microseconds since 1970. No two different postings have the same bytes, and the place of a byte tells
 * the field it belongs to. The hash of a link is SHA-256 over the 32 bytes of the previous hash and the bytes of its postings.
 */
final class Canon {

    private Canon() {
    }

    static byte[] of(List<Entry> entries) {
        var bytes = new ByteArrayOutputStream();
        entries.forEach(entry -> bytes.writeBytes(of(entry)));
        return bytes.toByteArray();
    }

    static byte[] of(Entry entry) {
        var texts = new String[Field.values().length];
        for (var field : Field.values()) {
            texts[field.ordinal()] = field.text(entry);
        }
        return netstrings(texts);
    }

    static byte[] netstrings(String... texts) {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            var content = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((content.length + ":").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.write(',');
        }
        return bytes.toByteArray();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }

    /** What stands before the first link of a shop's first day. */
    static byte[] genesis(long shop) {
        return sha256(netstrings("wanqu.ledger/1", Long.toString(shop)));
    }

    /** The first place at which what was sealed and what is there now differ; null when they are the same. */
    static @Nullable Difference compare(byte[] sealed, List<Entry> now, List<Long> ids) {
        var at = 0;
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var entry = now.stream().filter(it -> it.id() == id).findFirst().orElse(null);
            if (entry == null) {
                return new Difference(id, "gone", at, 0);
            }
            var start = at;
            for (var field : Field.values()) {
                var bytes = netstrings(field.text(entry));
                var there = Arrays.copyOfRange(sealed, Math.min(at, sealed.length), Math.min(at + bytes.length, sealed.length));
                var mismatch = Arrays.mismatch(there, bytes);
                if (mismatch >= 0) {
                    return new Difference(id, field.column, at + mismatch, at - start + mismatch);
                }
                at += bytes.length;
            }
        }
        return at == sealed.length ? null : new Difference(ids.getLast(), "more", at, 0);
    }

    /**
     * Where two copies part.
     *
     * @param field         the column; {@code gone} when the row is missing, {@code more} when the copy goes on behind it
     * @param byteInCopy    counted from 0 in the copy of the link
     * @param byteInPosting counted from 0 in the bytes of the posting
     */
    record Difference(long posting, String field, int byteInCopy, int byteInPosting) {
    }

    /** The fields of a posting in the order in which they are sealed. */
    private enum Field {
        SHOP("shop_id"), POSTING("posting_id"), TRANSACTION("xid"), SOURCE("source"), SOURCE_ID("source_id"), DEBIT("debit"),
        CREDIT("credit"), AMOUNT("amount_minor"), CURRENCY("currency"), POSTED_AT("posted_at");

        private final String column;

        Field(String column) {
            this.column = column;
        }

        String text(Entry entry) {
            return switch (this) {
                case SHOP -> Long.toString(entry.shop());
                case POSTING -> Long.toString(entry.id());
                case TRANSACTION -> Long.toString(entry.xid());
                case SOURCE -> entry.source();
                case SOURCE_ID -> Long.toString(entry.sourceId());
                case DEBIT -> entry.debit();
                case CREDIT -> entry.credit();
                case AMOUNT -> Long.toString(entry.amountMinor());
                case CURRENCY -> entry.currency();
                case POSTED_AT -> Long.toString(entry.postedMicros());
            };
        }
    }
}
