package io.wanqu.ledger.chain;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.kernel.chain.Hashes;

/** What each account of a shop has been debited and credited since its books began, by account and currency. */
final class Totals {

    private final TreeMap<Key, Sum> sums = new TreeMap<>();

    void add(Entry entry) {
        sums.merge(new Key(entry.debit(), entry.currency()), new Sum(entry.amountMinor(), 0), Sum::plus);
        sums.merge(new Key(entry.credit(), entry.currency()), new Sum(0, entry.amountMinor()), Sum::plus);
    }

    void put(Key key, Sum sum) {
        sums.put(key, sum);
    }

    Map<Key, Sum> all() {
        return sums;
    }

    Collection<Key> keys() {
        return sums.keySet();
    }

    boolean sameAs(Totals other) {
        return sums.equals(other.sums);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        sums.forEach((key, sum) -> bytes.writeBytes(
                Hashes.netstrings(key.account, key.currency, Long.toString(sum.debitMinor), Long.toString(sum.creditMinor))));
        return bytes.toByteArray();
    }

    record Key(String account, String currency) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            var byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }

    record Sum(long debitMinor, long creditMinor) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(debitMinor, other.debitMinor), Math.addExact(creditMinor, other.creditMinor));
        }
    }
}
