package io.wanqu.payment.splitting;

import java.time.Clock;

import io.wanqu.payment.PaysOut;
import io.wanqu.payment.Rails;
import io.wanqu.payment.ReadsBills;
import io.wanqu.payment.account.RailAccounts;
import io.wanqu.payment.rail.BillRail;
import io.wanqu.payment.rail.SplitRail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rails that split and tell their bills, as ways out for money and as bills to compare with. */
@Configuration(proxyBeanMethods = false)
class RailPaths {

    @Bean
    SplitPayouts wechatPayPayouts(Parts parts) {
        return parts.payouts("wechatpay", "MERCHANT_ID");
    }

    @Bean
    SplitPayouts alipayPayouts(Parts parts) {
        return parts.payouts("alipay", "userId");
    }

    @Bean
    ReadsBills wechatPayBills(Parts parts, SplitPayouts wechatPayPayouts) {
        return parts.bills(wechatPayPayouts);
    }

    @Bean
    ReadsBills alipayBills(Parts parts, SplitPayouts alipayPayouts) {
        return parts.bills(alipayPayouts);
    }

    @Bean
    Parts splittingParts(Rails rails, RailAccounts accounts, PlanSplits plan, Splits splits, Clock clock) {
        return new Parts(rails, accounts, plan, splits, clock);
    }

    record Parts(Rails rails, RailAccounts accounts, PlanSplits plan, Splits splits, Clock clock) {

        SplitPayouts payouts(String rail, String kind) {
            return new SplitPayouts((SplitRail) rails.named(rail), kind, accounts, plan, splits, clock);
        }

        ReadsBills bills(PaysOut payouts) {
            return new AccountBills((BillRail) rails.named(payouts.rail()), accounts, splits, (SplitPayouts) payouts);
        }
    }
}
