-- Parts of frozen payments that were given to a shop's own receiver in order to pay out; written before the rail is asked.
create table payment.split (
    shop_id      bigint      not null,
    split_id     bigint      not null,
    payout       bigint      not null,
    payment_id   bigint      not null,
    rail         text        not null,
    receiver     text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    back_minor   bigint      not null default 0 check (back_minor between 0 and amount_minor),
    currency     char(3)     not null,
    last         boolean     not null,
    state        text        not null default 'due' check (state in ('due', 'done', 'failed')),
    why          text,
    made_at      timestamptz not null,
    ended_at     timestamptz,
    primary key (shop_id, split_id),
    foreign key (shop_id, payment_id) references payment.payment (shop_id, payment_id),
    constraint only_what_was_given_comes_back check (back_minor = 0 or state = 'done')
);

create index split_payment on payment.split (shop_id, payment_id);
create index split_payout on payment.split (shop_id, payout);
create index split_ended on payment.split (shop_id, rail, ended_at) where state = 'done';

select kernel.guard_shop('payment.split');

-- What a refund takes back from a receiver, because the payment itself has not enough left.
create table payment.split_back (
    shop_id      bigint  not null,
    refund_id    bigint  not null,
    split_id     bigint  not null,
    back_id      bigint  not null,
    amount_minor bigint  not null check (amount_minor > 0),
    booked       boolean not null default false,
    primary key (shop_id, refund_id, split_id),
    foreign key (shop_id, refund_id) references payment.refund (shop_id, refund_id),
    foreign key (shop_id, split_id) references payment.split (shop_id, split_id)
);

create index split_back_split on payment.split_back (shop_id, split_id);

select kernel.guard_shop('payment.split_back');
