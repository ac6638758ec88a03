package io.wanqu.kernel.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ShopId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recounts every invariant of a shop in one snapshot, so that sales that go on meanwhile can't confuse it. */
@Service
public class Audit {

    private static final Logger log = LoggerFactory.getLogger(Audit.class);

    private final List<Invariant> invariants;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Audit(List<Invariant> invariants, PlatformTransactionManager transactions, Clock clock) {
        this.invariants = invariants;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.clock = clock;
    }

    public Report of(ShopId shop) {
        var findings = snapshot.execute(status -> invariants.stream()
                .map(it -> new Finding(it.name(), it.sentence(), it.violations(shop)))
                .toList());
        var report = new Report(clock.instant(), findings.stream().allMatch(it -> it.violations.isEmpty()), findings);
        if (!report.clean) {
            log.error("the audit of shop {} found: {}", shop, findings.stream().filter(it -> !it.violations.isEmpty()).toList());
        }
        return report;
    }

    /** The outcome of one recount. */
    public record Report(Instant at, boolean clean, List<Finding> findings) {
    }

    /** What an invariant, by its name and in a sentence, has against it. */
    public record Finding(String name, String invariant, List<String> violations) {
    }
}
