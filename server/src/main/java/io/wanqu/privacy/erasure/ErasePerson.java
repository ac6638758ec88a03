package io.wanqu.privacy.erasure;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.wanqu.customer.DataUses;
import io.wanqu.customer.DataUses.About;
import io.wanqu.customer.DataUses.Purpose;
import io.wanqu.customer.DataUses.Use;
import io.wanqu.customer.Subjects;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.privacy.retention.Rules;
import io.wanqu.privacy.retention.Rules.Rule;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Destroys all that is kept of a person and that no law keeps; says what stays, and why. */
@Component
class ErasePerson {

    private final List<PersonalRecords> kinds;
    private final Subjects subjects;
    private final Rules rules;
    private final DataUses uses;
    private final Clock clock;

    ErasePerson(List<PersonalRecords> kinds, Subjects subjects, Rules rules, DataUses uses, Clock clock) {
        this.kinds = kinds;
        this.subjects = subjects;
        this.rules = rules;
        this.uses = uses;
        this.clock = clock;
    }

    /** What would happen today. */
    Report preview() {
        var goes = new ArrayList<Destroyed>();
        var stays = new ArrayList<Kept>();
        holding().forEach(rule -> {
            if (rule.erasable()) {
                goes.add(new Destroyed(rule.kind(), 0));
            } else {
                stays.add(Kept.by(rule));
            }
        });
        return new Report(goes, stays);
    }

    /** The first reason why the account can't go. */
    Optional<String> obstacle(AccountId account) {
        return kinds.stream().flatMap(records -> records.obstacle(account).stream()).findFirst();
    }

    /** All or nothing: a person half erased could not ask again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Report erase(AccountId account) {
        var of = subjects.of(account);
        var goes = new ArrayList<Destroyed>();
        var stays = new ArrayList<Kept>();
        for (var rule : holding()) {
            if (!rule.erasable()) {
                stays.add(Kept.by(rule));
            } else {
                var count = kinds.stream().filter(records -> records.kind().equals(rule.kind()))
                        .mapToLong(records -> of.stream().mapToLong(records::destroy).sum()).sum();
                goes.add(new Destroyed(rule.kind(), count));
            }
        }
        uses.note(ShopId.PLATFORM, List.of(new Use(About.account(account), "all", Purpose.ERASURE, "asked for by the person", "the platform")));
        return new Report(goes, stays);
    }

    private List<Rule> holding() {
        return rules.on(LocalDate.ofInstant(clock.instant(), UTC)).values().stream().sorted(Comparator.comparing(Rule::kind)).toList();
    }

    /** What is destroyed, and what stays. */
    record Report(List<Destroyed> destroyed, List<Kept> kept) {
    }

    record Destroyed(String kind, long values) {
    }

    /** @param keepDays for how long from its making it stays; then it goes by itself */
    record Kept(String kind, int keepDays, String whyEn, String whyZh, String source) {

        static Kept by(Rule rule) {
            return new Kept(rule.kind(), rule.keepDays(), rule.whyEn(), rule.whyZh(), rule.source());
        }
    }
}
