-- A shop's account at a provider. The keys are sealed; answers never show them.
create table payment.rail_account (
    shop_id    bigint      not null,
    account_id bigint      not null,
    rail       text        not null,
    channel_id bigint,
    payee      text        not null,
    app        text        not null default '',
    keys       bytea       not null,
    base_uri   text,
    state      text        not null default 'on' check (state in ('on', 'off')),
    version    bigint      not null default 1,
    made_at    timestamptz not null default now(),
    primary key (shop_id, account_id)
);

-- A callback names the account and not the shop.
create unique index rail_account_id on payment.rail_account (account_id);
create unique index rail_account_once on payment.rail_account (shop_id, rail, coalesce(channel_id, 0)) where state = 'on';

select kernel.guard_shop('payment.rail_account');

-- A payment that was taken to its provider: how, until when, and when to look after it. What the buyer needs is sealed.
create table payment.attempt (
    shop_id     bigint      not null,
    payment_id  bigint      not null,
    rail        text        not null,
    method      text        not null,
    content     bytea       not null,
    transaction text,
    started_at  timestamptz not null,
    expires_at  timestamptz not null,
    due_at      timestamptz,
    tries       int         not null default 0,
    last_error  text,
    primary key (shop_id, payment_id),
    foreign key (shop_id, payment_id) references payment.payment (shop_id, payment_id)
) with (fillfactor = 80);

create index attempt_due on payment.attempt (due_at) where due_at is not null;
create unique index attempt_transaction on payment.attempt (shop_id, rail, transaction) where transaction is not null;

select kernel.guard_shop('payment.attempt');
