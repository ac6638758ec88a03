package io.wanqu.customer;

import java.util.List;

/** Finds out who placed orders; called behind the sale, by whoever hears of it, within his transaction. */
public interface RecogniseSales {

    /** May be told the same order twice. */
    void recognise(List<Bought> bought);
}
