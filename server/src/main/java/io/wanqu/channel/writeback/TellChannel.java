package io.wanqu.channel.writeback;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Codes;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Troubles;
import io.wanqu.channel.consignment.Consignments;
import io.wanqu.channel.intake.ExternalOrders.Told;
import io.wanqu.channel.supply.SupplyOrders;
import io.wanqu.channel.supply.SupplyOrders.Sale;
import io.wanqu.channel.writeback.OrderFacts.Known;
import io.wanqu.channel.writeback.Verdict.Done;
import io.wanqu.channel.writeback.Verdict.Failed;
import io.wanqu.channel.writeback.Verdict.Later;
import io.wanqu.channel.writeback.Verdict.Refused;
import io.wanqu.channel.writeback.WriteBacks.Claimed;
import io.wanqu.channel.writeback.WriteBacks.Job;
import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.vault.Reveal;
import io.wanqu.vault.RevealedCard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a channel of one line. Which cards a line got is settled in the vault before anything is sent, so every repeat
 * sends the same codes, however the one before ended. The channel is called outside of any transaction.
 */
@Component
class TellChannel {

    private static final Duration HOLD_LOOK = Duration.ofSeconds(30);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(3);

    private final Reveal reveal;
    private final SupplyOrders supplied;
    private final Consignments consignments;
    private final Troubles troubles;

    TellChannel(Reveal reveal, SupplyOrders supplied, Consignments consignments, Troubles troubles) {
        this.reveal = reveal;
        this.supplied = supplied;
        this.consignments = consignments;
        this.troubles = troubles;
    }

    /** Opens the cards of all that is to be told, in one transaction; where a channel may have them already, it is asked first. */
    Map<Claimed, List<RevealedCard>> open(OpenChannel channel, List<Claimed> jobs, Known known) {
        var cards = channel.capabilities().cards();
        if (cards.way() == Way.ANSWERED || cards.consigns()) {
            return Map.of();
        }
        var told = jobs.stream().filter(job -> job.verb().equals(Job.DELIVER) && ready(known.line(job), known.told(job))).toList();
        var opened = reveal.toChannel(channel.key().shop(), told.stream().map(TellChannel::line).toList(), channel.channel().name());
        return told.stream().collect(Collectors.toMap(job -> job, job -> opened.getOrDefault(line(job), List.of())));
    }

    private static Reveal.Line line(Claimed job) {
        return new Reveal.Line(job.order().value(), job.line());
    }

    private static boolean ready(ChannelOrderQueries.@Nullable Line line, @Nullable Told told) {
        return line != null && told != null && line.externalLine() != null && line.delivered() && !told.onHold()
                && told.items().containsKey(line.externalLine()) && !told.refunded().contains(line.externalLine());
    }

    /** @param opened the job's cards, null where they are still to be opened */
    Verdict tell(OpenChannel channel, Claimed job, Known known, @Nullable List<RevealedCard> opened) {
        var line = known.line(job);
        var told = known.told(job);
        if (line == null || told == null || line.externalLine() == null) {
            return new Refused("unknown-line", true);
        }
        try {
            return job.verb().equals(Job.DELIVER) ? deliver(channel, job, new Facts(line, told), opened) : giveUp(channel, line, told);
        } catch (ConnectorException e) {
            return e.retryable() || e.needsAuthorisation()
                    ? new Later(e.code(), troubles.after(job.attempts(), e), e)
                    : new Refused(e.code(), true);
        }
    }

    /** Codes stay here while money may be going back, and once it went. */
    private Verdict deliver(OpenChannel channel, Claimed job, Facts facts, @Nullable List<RevealedCard> opened) {
        var line = facts.line;
        var told = facts.told;
        var item = told.items().get(line.externalLine());
        if (!line.delivered() || item == null || told.refunded().contains(line.externalLine())) {
            return new Refused("refunded", false);
        }
        if (told.onHold()) {
            return new Later("on-hold", HOLD_LOOK, null);
        }
        var key = channel.key();
        var sale = supplied.sale(key, line.externalOrder());
        if (sale.isPresent() && (sale.get().answered() || channel.capabilities().cards().way() != Way.ANSWERED)) {
            return sold(channel, job, line, sale.get());
        }
        if (channel.capabilities().cards().consigns() && consignments.wasSold(key, line.externalOrder(), line.externalLine())) {
            return new Done("consigned");
        }
        var cards = opened != null ? opened : reveal.toChannel(key.shop(), job.order().value(), job.line(), channel.channel().name());
        if (cards.size() != line.quantity()) {
            return new Failed("cards-" + cards.size() + "-of-" + line.quantity());
        }
        return switch (channel.call(session -> session.deliver(delivery(line, told, item, cards)))) {
            case DeliveryOutcome.Delivered delivered -> new Done("delivered");
            case DeliveryOutcome.AlreadyDelivered already -> new Done("already-delivered");
            case DeliveryOutcome.RetryLater later -> new Later("retry-later", later.delay(), null);
            case DeliveryOutcome.TooLate late -> new Failed("too-late");
            case DeliveryOutcome.Refused refused -> new Refused(refused.code(), true);
        };
    }

    /** Codes of a purchase travel in our answer; those that did not make it are told where the channel asked to be told. */
    private Verdict sold(OpenChannel channel, Claimed job, ChannelOrderQueries.Line line, Sale sale) {
        if (sale.answered()) {
            return new Done("answered");
        }
        if (job.attempts() <= 1) {
            return new Later("answer-wait", ANSWER_WAIT, null);
        }
        var noticeTo = sale.noticeTo();
        if (noticeTo == null) {
            return new Done("asks-by-itself");
        }
        var codes = reveal.toChannel(channel.key().shop(), job.order().value(), job.line(), channel.channel().name()).stream().map(Codes::of).toList();
        var purchase = new Supplied(line.externalOrder(), job.order().text(), Supplied.State.DONE, sale.amountMinor(),
                new Supplied.Times(sale.at(), sale.at()), codes, "");
        return switch (channel.call(session -> session.tell(purchase, noticeTo))) {
            case Outcome.Done done -> new Done("told");
            case Outcome.RetryLater later -> new Later("retry-later", later.delay(), null);
            case Outcome.Refused refused -> new Refused(refused.code(), true);
        };
    }

    private Verdict giveUp(OpenChannel channel, ChannelOrderQueries.Line line, Told told) {
        var externalLine = line.externalLine();
        if (externalLine == null || told.refunded().contains(externalLine)) {
            return new Done("refunded");
        }
        return switch (channel.call(session -> session.cannotSupply(line.externalOrder(), externalLine))) {
            case Outcome.Done done -> new Done("given-up");
            case Outcome.RetryLater later -> new Later("retry-later", later.delay(), null);
            case Outcome.Refused refused -> new Refused(refused.code(), true);
        };
    }

    private static Delivery delivery(ChannelOrderQueries.Line line, Told told, Item item, List<RevealedCard> cards) {
        var externalLine = line.externalLine();
        var paidAt = told.paidAt();
        if (externalLine == null || paidAt == null) {
            throw ConnectorException.refused("never-paid", "the channel named no time of payment");
        }
        return new Delivery(line.externalOrder(), externalLine, item.sku(), cards.stream().map(Codes::of).toList(), paidAt);
    }

    private record Facts(ChannelOrderQueries.Line line, Told told) {
    }
}
