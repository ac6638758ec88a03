package io.wanqu.channel.writeback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.writeback.Verdict.Done;
import io.wanqu.channel.writeback.Verdict.Failed;
import io.wanqu.channel.writeback.Verdict.Later;
import io.wanqu.channel.writeback.Verdict.Refused;
import io.wanqu.channel.writeback.WriteBacks.Claimed;
import io.wanqu.channel.writeback.WriteBacks.Settled;

import org.springframework.stereotype.Component;

/** Turns verdicts into the next state of each job, and into what the channel and its owner are to know. */
@Component
class Consequences {

    private static final int TRIES_BEFORE_ALERT = 10;

    private final Troubles troubles;
    private final Alerts alerts;

    Consequences(Troubles troubles, Alerts alerts) {
        this.troubles = troubles;
        this.alerts = alerts;
    }

    /** The channel is well; says whether it was ill before. */
    boolean recovered(OpenChannel channel) {
        return troubles.over(channel);
    }

    List<Settled> settled(List<Claimed> jobs, List<Verdict> verdicts, Instant now) {
        var settled = new ArrayList<Settled>();
        for (var i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            settled.add(switch (verdicts.get(i)) {
                case Done done -> new Settled(job, "done", now, done.code());
                case Later later -> new Settled(job, "due", now.plus(later.pause()), later.code());
                case Failed failed -> new Settled(job, "failed", now, failed.code());
                case Refused refused -> new Settled(job, "refused", now, refused.code());
            });
        }
        return settled;
    }

    /** Returns whether the channel is well; one trouble stands for all that a batch met. */
    boolean drawn(OpenChannel channel, List<Claimed> jobs, List<Verdict> verdicts) {
        for (var i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            switch (verdicts.get(i)) {
                case Done done -> settle(channel, job);
                case Later later -> slow(channel, job, later);
                case Failed failed -> alerts.raise(channel.key(), "write-back-failed", job.subject(), failed.code());
                case Refused refused -> {
                    if (refused.alarming()) {
                        alerts.raise(channel.key(), "write-back-refused", job.subject(), refused.code());
                    }
                }
            }
        }
        for (var verdict : verdicts) {
            if (verdict instanceof Later later && later.trouble() != null) {
                troubles.met(channel, later.trouble());
                return false;
            }
        }
        return true;
    }

    private void slow(OpenChannel channel, Claimed job, Later later) {
        if (later.trouble() != null && job.attempts() == TRIES_BEFORE_ALERT) {
            alerts.raise(channel.key(), "write-back-slow", job.subject(), later.code());
        }
    }

    private void settle(OpenChannel channel, Claimed job) {
        if (job.attempts() >= TRIES_BEFORE_ALERT) {
            alerts.settle(channel.key(), "write-back-slow", job.subject());
        }
    }
}
