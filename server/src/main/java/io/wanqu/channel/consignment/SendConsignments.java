package io.wanqu.channel.consignment;

import java.time.Instant;
import java.util.List;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Codes;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.consignment.Consignments.Batch;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.WorkQueue.Backlog;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.supply.Consignment;
import io.wanqu.vault.Reveal;

import org.springframework.stereotype.Component;

/** Hands cards to a channel; a repeat of the same batch is safe, so an answer that was lost costs nothing. */
@Component
class SendConsignments implements Lane {

    private static final int BATCH = 8;

    private final Consignments consignments;
    private final ConsignCards consignCards;
    private final Reveal reveal;
    private final Troubles troubles;
    private final Alerts alerts;
    private final ChannelSettings settings;

    SendConsignments(Consignments consignments, ConsignCards consignCards, Reveal reveal, Troubles troubles, Alerts alerts,
            ChannelSettings settings) {
        this.consignments = consignments;
        this.consignCards = consignCards;
        this.reveal = reveal;
        this.troubles = troubles;
        this.alerts = alerts;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "consignment";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return consignments.queue().due(now);
    }

    @Override
    public Backlog backlog(ChannelKey key, Instant now) {
        return consignments.queue().backlog(key, now);
    }

    @Override
    public void run(OpenChannel channel) {
        var now = troubles.now();
        for (var batch : consignments.claim(channel.key(), new Term(now, settings.lease(), channel.batch(BATCH)))) {
            send(channel, batch);
        }
    }

    private void send(OpenChannel channel, Batch batch) {
        var key = channel.key();
        try {
            var codes = reveal.consigned(key.shop(), batch.id(), channel.channel().name()).stream().map(Codes::of).toList();
            var consignment = new Consignment(batch.item().product(), batch.item().sku(), Long.toString(batch.id()), codes);
            switch (channel.call(session -> session.consign(consignment))) {
                case Outcome.Done done -> consignments.end(key, batch.id(), "handed", null);
                case Outcome.RetryLater later -> consignments.later(key, batch.id(), troubles.now().plus(later.delay()), "retry-later");
                case Outcome.Refused refused -> refused(key, batch, refused.code());
            }
            troubles.over(channel);
        } catch (ConnectorException e) {
            if (e.retryable() || e.needsAuthorisation()) {
                troubles.met(channel, e);
                consignments.later(key, batch.id(), troubles.now().plus(troubles.after(batch.attempts(), e)), e.code());
            } else {
                refused(key, batch, e.code());
            }
        }
    }

    private void refused(ChannelKey key, Batch batch, String code) {
        consignCards.refused(key, batch.id(), code);
        alerts.raise(key, "consignment-refused", Long.toString(batch.id()), code);
    }
}
