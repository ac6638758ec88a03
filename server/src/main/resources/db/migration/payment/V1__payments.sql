create table payment.payment (
    shop_id      bigint      not null,
    payment_id   bigint      not null,
    subject      bigint      not null,
    rail         text        not null,
    payee        text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    state        text        not null default 'pending'
                 check (state in ('pending', 'succeeded', 'failed', 'closed')),
    made_at      timestamptz not null default now(),
    settled_at   timestamptz,
    primary key (shop_id, payment_id)
) with (fillfactor = 80);

create index payment_subject on payment.payment (shop_id, subject);

select kernel.guard_shop('payment.payment');

-- What a rail told us, each event once; the second telling finds the row and changes nothing.
create table payment.rail_event (
    shop_id     bigint      not null,
    rail        text        not null,
    event_id    text        not null,
    payment_id  bigint      not null,
    received_at timestamptz not null default now(),
    primary key (shop_id, rail, event_id)
);

select kernel.guard_shop('payment.rail_event');

create table payment.refund (
    shop_id      bigint      not null,
    refund_id    bigint      not null,
    payment_id   bigint      not null,
    subject      bigint      not null,
    rail         text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    reason       text        not null,
    state        text        not null default 'due' check (state in ('due', 'succeeded')),
    tries        int         not null default 0,
    due_at       timestamptz not null default now(),
    made_at      timestamptz not null default now(),
    primary key (shop_id, refund_id),
    foreign key (shop_id, payment_id) references payment.payment (shop_id, payment_id)
);

create index refund_payment on payment.refund (shop_id, payment_id);
create index refund_due on payment.refund (due_at) where state = 'due';

-- One reason returns money once.
create unique index refund_once on payment.refund (shop_id, payment_id, reason);

select kernel.guard_shop('payment.refund');
