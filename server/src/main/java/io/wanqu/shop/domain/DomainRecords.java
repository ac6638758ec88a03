package io.wanqu.shop.domain;

import java.util.List;

/** Asks the world's name servers; the answer may be old, slow or wrong, so it is asked for a proof and for nothing else. */
interface DomainRecords {

    /** The texts that stand under this name; none when it does not exist or nobody answers. */
    List<String> texts(String name);
}
