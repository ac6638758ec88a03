package io.wanqu.fulfilment;

import java.util.List;

import io.wanqu.vault.Claim;
import io.wanqu.vault.Issue;
import io.wanqu.vault.Issued;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands goods over in the transaction that sold them; the stock of all of them is already locked. */
@Service
public class HandOver {

    private final Issue issue;

    HandOver(Issue issue) {
        this.issue = issue;
    }

    /** Answers in the order of the goods with how many units each line has now; safe to repeat. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Integer> handOver(List<Goods> goods) {
        return issue.issue(goods.stream()
                        .map(it -> new Claim(it.shop(), it.pool(), it.holder(), it.line(), it.quantity(), it.chosen()))
                        .toList())
                .stream().map(Issued::count).toList();
    }
}
