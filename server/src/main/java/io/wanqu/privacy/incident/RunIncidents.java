package io.wanqu.privacy.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.micrometer.core.instrument.MeterRegistry;

import io.wanqu.customer.AffectedPeople;
import io.wanqu.customer.AffectedPeople.Asked;
import io.wanqu.customer.AffectedPeople.Person;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.privacy.PrivacyProblem;
import io.wanqu.privacy.PrivacySettings;
import io.wanqu.privacy.incident.Incidents.Text;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an incident from its first hour to its end; each step is written down, and each clock that runs out is called out. */
@Component
class RunIncidents {

    private static final Logger log = LoggerFactory.getLogger(RunIncidents.class);
    private static final int STRETCH = 1_000;
    private static final String CLOCKS = "the clocks";

    private final Incidents incidents;
    private final AffectedTable affected;
    private final AffectedPeople people;
    private final Deeds deeds;

    RunIncidents(Incidents incidents, AffectedTable affected, AffectedPeople people, Deeds deeds) {
        this.incidents = incidents;
        this.affected = affected;
        this.people = people;
        this.deeds = deeds;
    }

    @Transactional
    public long open(String title, String description, Instant knownAt, String by) {
        var id = deeds.ids.next();
        incidents.add(new Incident(id, title, description, knownAt, by, Incident.clocks(knownAt), new Incident.Clocks(null, null, null), null));
        step(id, "opened", title, by);
        return id;
    }

    @Transactional
    public void note(long id, String words, String by) {
        mustRun(id);
        step(id, "note", words, by);
    }

    @Transactional
    public void investigate(long id, String words, String by) {
        reach(id, "investigated_at");
        step(id, "investigated", words, by);
    }

    /** Each text is a new version; the first stops the clock. */
    @Transactional
    public int publish(long id, Text text, String by) {
        reach(id, "published_at");
        var version = incidents.publish(id, text, by, deeds.clock.instant());
        step(id, "published", "version " + version, by);
        return version;
    }

    /** A stretch at a time; who is on the list already stays as he is. */
    public int find(long id, Asked asked, String by) {
        mustRun(id);
        var foundBy = asked.way().name().toLowerCase(Locale.ROOT) + " " + asked.from() + " to " + asked.until();
        var count = 0;
        @Nullable Person last = null;
        for (List<Person> some = people.find(asked, null, STRETCH); !some.isEmpty(); some = people.find(asked, last, STRETCH)) {
            var stretch = some;
            count += deeds.inTransaction(() -> affected.add(id, stretch, foundBy));
            last = some.getLast();
        }
        var found = count;
        deeds.inTransaction(() -> {
            step(id, "affected", found + " by " + foundBy, by);
            return found;
        });
        return count;
    }

    /** Until there are coupons or memberships to give, it is a promise on record for each person. */
    @Transactional
    public int compensate(long id, String words, @Nullable Money amount, String by) {
        reach(id, "compensated_at");
        var count = affected.promise(id, words, amount, deeds.clock.instant());
        step(id, "compensated", count + ": " + words, by);
        return count;
    }

    @Transactional
    public void end(long id, String words, String by) {
        reach(id, "ended_at");
        step(id, "ended", words, by);
    }

    /** Returns how many clocks were called out now. */
    @Transactional
    public int callOut() {
        var now = deeds.clock.instant();
        var count = 0;
        for (var incident : incidents.open()) {
            for (var clock : overdue(incident, now)) {
                if (incidents.step(incident.id(), "overdue", clock, CLOCKS, now)) {
                    log.error("incident {}: {} is overdue", incident.id(), clock);
                    deeds.meters.counter("wanqu.privacy.incident.overdue", "clock", clock).increment();
                    count++;
                }
            }
        }
        return count;
    }

    static List<String> overdue(Incident incident, Instant now) {
        var clocks = new ArrayList<String>();
        if (late(incident.until().investigated(), incident.done().investigated(), now)) {
            clocks.add("investigation");
        }
        if (late(incident.until().published(), incident.done().published(), now)) {
            clocks.add("publication");
        }
        if (late(incident.until().compensated(), incident.done().compensated(), now)) {
            clocks.add("compensation");
        }
        return clocks;
    }

    private static boolean late(@Nullable Instant until, @Nullable Instant done, Instant now) {
        return done == null && until != null && now.isAfter(until);
    }

    private void mustRun(long id) {
        if (incidents.find(id).filter(it -> it.endedAt() == null).isEmpty()) {
            throw new PrivacyProblem.UnknownIncident();
        }
    }

    private void reach(long id, String column) {
        if (!incidents.reach(id, column, deeds.clock.instant())) {
            throw new PrivacyProblem.UnknownIncident();
        }
    }

    private void step(long id, String kind, String words, String by) {
        incidents.step(id, kind, words, by, deeds.clock.instant());
        deeds.trail.note(Note.of(ShopId.PLATFORM, "incident." + kind, "incident", id));
    }

    /** Where deeds, numbers and times come from. */
    @Component
    static class Deeds {

        private final Trail trail;
        private final Ids ids;
        private final Clock clock;
        private final MeterRegistry meters;
        private final TransactionTemplate transaction;

        Deeds(Trail trail, Ids ids, Clock clock, MeterRegistry meters, TransactionTemplate transaction) {
            this.trail = trail;
            this.ids = ids;
            this.clock = clock;
            this.meters = meters;
            this.transaction = transaction;
        }

        private int inTransaction(IntSupplier work) {
            Integer count = transaction.execute(status -> work.getAsInt());
            return count == null ? 0 : count;
        }
    }

    /** Looks at the clocks. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> callOutIncidents(RunIncidents incidents, PrivacySettings settings) {
            return Tasks.recurring("privacy.call-out-incidents", FixedDelay.of(settings.look().multipliedBy(6))).execute((instance, context) -> incidents.callOut());
        }
    }
}
