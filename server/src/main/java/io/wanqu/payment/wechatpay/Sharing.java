package io.wanqu.payment.wechatpay;

import java.util.stream.Collectors;

import com.wechat.pay.java.service.profitsharing.ProfitsharingService;
import com.wechat.pay.java.service.profitsharing.model.AddReceiverRequest;
import com.wechat.pay.java.service.profitsharing.model.CreateOrderReceiver;
import com.wechat.pay.java.service.profitsharing.model.CreateOrderRequest;
import com.wechat.pay.java.service.profitsharing.model.CreateReturnOrderRequest;
import com.wechat.pay.java.service.profitsharing.model.DeleteReceiverRequest;
import com.wechat.pay.java.service.profitsharing.model.DetailStatus;
import com.wechat.pay.java.service.profitsharing.model.OrderStatus;
import com.wechat.pay.java.service.profitsharing.model.OrdersEntity;
import com.wechat.pay.java.service.profitsharing.model.QueryOrderRequest;
import com.wechat.pay.java.service.profitsharing.model.ReceiverRelationType;
import com.wechat.pay.java.service.profitsharing.model.ReceiverType;
import com.wechat.pay.java.service.profitsharing.model.UnfreezeOrderRequest;

import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.SplitRail.GiveBack;
import io.wanqu.payment.rail.SplitRail.Part;
import io.wanqu.payment.rail.SplitRail.Receiver;
import io.wanqu.payment.rail.SplitRail.SplitAsked;
import io.wanqu.payment.rail.SplitRail.Splitting;

/** Frozen money given to receivers, released, taken back. */
final class Sharing {

    private final ProfitsharingService sharing;
    private final RailAccount account;
    private final Paying paying;

    Sharing(Client client, RailAccount account, Paying paying) {
        this.sharing = new ProfitsharingService.Builder()
                .httpClient(client.http)
                .encryptor(Calls.call(client.config::createEncryptor))
                .decryptor(client.config.createDecryptor())
                .build();
        this.account = account;
        this.paying = paying;
    }

    void bind(Receiver receiver) {
        var request = new AddReceiverRequest();
        request.setAppid(account.app());
        request.setType(type(receiver));
        request.setAccount(receiver.id());
        request.setName(receiver.name());
        request.setRelationType(relation(receiver));
        Calls.run(() -> sharing.addReceiver(request));
    }

    void unbind(Receiver receiver) {
        var request = new DeleteReceiverRequest();
        request.setAppid(account.app());
        request.setType(type(receiver));
        request.setAccount(receiver.id());
        Calls.run(() -> sharing.deleteReceiver(request));
    }

    Splitting split(SplitAsked asked) {
        var request = new CreateOrderRequest();
        request.setAppid(account.app());
        request.setTransactionId(paying.transactionOf(asked.payment()));
        request.setOutOrderNo(asked.number());
        request.setReceivers(asked.parts().stream().map(Sharing::receiver).toList());
        request.setUnfreezeUnsplit(asked.last());
        return Calls.call(() -> splitting(sharing.createOrder(request)));
    }

    Splitting unfreeze(SplitAsked rest) {
        var request = new UnfreezeOrderRequest();
        request.setTransactionId(paying.transactionOf(rest.payment()));
        request.setOutOrderNo(rest.number());
        request.setDescription("settled");
        return Calls.call(() -> splitting(sharing.unfreezeOrder(request)));
    }

    Splitting state(SplitAsked asked) {
        var request = new QueryOrderRequest();
        request.setTransactionId(paying.transactionOf(asked.payment()));
        request.setOutOrderNo(asked.number());
        try {
            return Calls.call(() -> splitting(sharing.queryOrder(request)));
        } catch (RailException e) {
            if (Calls.isMissing(e)) {
                return new Splitting(Splitting.State.MISSING, null, null);
            }
            throw e;
        }
    }

    Splitting giveBack(GiveBack back) {
        if (type(back.from()) != ReceiverType.MERCHANT_ID) {
            throw RailException.refused("receiver", "only merchants can give a share back");
        }
        var request = new CreateReturnOrderRequest();
        request.setOutOrderNo(back.split());
        request.setOutReturnNo(back.number());
        request.setReturnMchid(back.from().id());
        request.setAmount(back.amount().minor());
        request.setDescription(back.description());
        return Calls.call(() -> {
            var answer = sharing.createReturnOrder(request);
            if (answer.getResult() == null) {
                throw RailException.unclear("unknown-state", "the provider names a state that is not known here");
            }
            return switch (answer.getResult()) {
                case SUCCESS -> new Splitting(Splitting.State.DONE, answer.getReturnId(), null);
                case PROCESSING -> new Splitting(Splitting.State.PROCESSING, answer.getReturnId(), null);
                case FAILED -> new Splitting(Splitting.State.FAILED, answer.getReturnId(), String.valueOf(answer.getFailReason()));
            };
        });
    }

    private static CreateOrderReceiver receiver(Part part) {
        var receiver = new CreateOrderReceiver();
        receiver.setType(type(part.receiver()).name());
        receiver.setAccount(part.receiver().id());
        receiver.setName(part.receiver().name());
        receiver.setAmount(part.amount().minor());
        receiver.setDescription(part.description());
        return receiver;
    }

    /** Finished with a closed part is failed: that receiver got nothing. */
    private static Splitting splitting(OrdersEntity order) {
        if (order.getState() != OrderStatus.FINISHED) {
            return new Splitting(Splitting.State.PROCESSING, order.getOrderId(), null);
        }
        var closed = order.getReceivers() == null ? "" : order.getReceivers().stream()
                .filter(each -> each.getResult() == DetailStatus.CLOSED)
                .map(each -> String.valueOf(each.getFailReason()))
                .collect(Collectors.joining(", "));
        return closed.isEmpty() ? new Splitting(Splitting.State.DONE, order.getOrderId(), null)
                : new Splitting(Splitting.State.FAILED, order.getOrderId(), closed);
    }

    private static ReceiverType type(Receiver receiver) {
        try {
            return ReceiverType.valueOf(receiver.kind());
        } catch (IllegalArgumentException e) {
            throw RailException.refused("receiver", "a receiver is a MERCHANT_ID, PERSONAL_OPENID or PERSONAL_SUB_OPENID");
        }
    }

    private static ReceiverRelationType relation(Receiver receiver) {
        try {
            return ReceiverRelationType.valueOf(receiver.relation());
        } catch (IllegalArgumentException e) {
            throw RailException.refused("relation", "a relation is one of the provider's words, DISTRIBUTOR for example");
        }
    }
}
