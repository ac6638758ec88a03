package io.wanqu.channel;

import java.time.Duration;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this server deals with channels.
 *
 * @param look     how often a node looks for work that fell due; work it hears of itself begins at once
 * @param lease    after so long a node that took work and fell silent is believed to be gone
 * @param keep     how long work that is done stays written down
 * @param zone     where a day begins, in comparisons and figures
 * @param loopback whether an account may live on this very machine and without TLS, as simulators do
 */
@ConfigurationProperties("wanqu.channel")
public record ChannelSettings(@DefaultValue("250ms") Duration look, @DefaultValue("30s") Duration lease,
        @DefaultValue("false") boolean loopback, @DefaultValue("90d") Duration keep,
        @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue Poll poll, @DefaultValue Stock stock, @DefaultValue Calls calls) {

    /**
     * Reading orders by the time of their last change.
     *
     * @param interval how often; the connector's own advice where it is not set
     * @param overlap  how far an ordinary run reaches back behind its cursor
     * @param deepEach how often a run reaches back by the connector's whole overlap
     * @param backfill how far the first run reaches back
     */
    public record Poll(@Nullable Duration interval, @DefaultValue("30s") Duration overlap, @DefaultValue("5m") Duration deepEach,
            @DefaultValue("1d") Duration backfill) {
    }

    /**
     * Telling stock.
     *
     * @param delay    how long changes gather before they are told as one
     * @param low      at or below so many units nothing gathers
     * @param reassert after so long the same value is told again, in case the channel's own count drifted
     */
    public record Stock(@DefaultValue("200ms") Duration delay, @DefaultValue("5") long low, @DefaultValue("10m") Duration reassert) {
    }

    /**
     * Calls to a channel.
     *
     * @param atOnce  calls in flight to one channel from one node
     * @param timeout how long an answer may take
     */
    public record Calls(@DefaultValue("8") int atOnce, @DefaultValue("5s") Duration timeout, @DefaultValue("500ms") Duration retryFirst,
            @DefaultValue("5m") Duration retryMax) {
    }
}
