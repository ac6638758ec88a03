create table settlement.receiver (
    shop_id     bigint      not null,
    receiver_id bigint      not null,
    rail        text        not null,
    account     text        not null check (length(account) between 1 and 64),
    made_by     text        not null,
    made_at     timestamptz not null default now(),
    removed_at  timestamptz,
    primary key (shop_id, receiver_id)
);

create unique index receiver_once on settlement.receiver (shop_id, rail, account) where removed_at is null;

select kernel.guard_shop('settlement.receiver');

create table settlement.payout (
    shop_id      bigint      not null,
    payout_id    bigint      not null,
    receiver_id  bigint      not null,
    rail         text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    state        text        not null default 'requested'
                 check (state in ('requested', 'approved', 'sent', 'succeeded', 'failed', 'rejected')),
    requested_by text        not null,
    requested_at timestamptz not null default now(),
    decided_by   text,
    decided_at   timestamptz,
    ended_at     timestamptz,
    reason       text,
    tries        int         not null default 0,
    due_at       timestamptz,
    primary key (shop_id, payout_id),
    foreign key (shop_id, receiver_id) references settlement.receiver (shop_id, receiver_id),
    constraint decided_by_somebody check (state = 'requested' or decided_by is not null),
    constraint two_people check (decided_by is null or decided_by <> requested_by)
);

create index payout_receiver on settlement.payout (shop_id, receiver_id);
create index payout_due on settlement.payout (due_at) where state in ('approved', 'sent');

select kernel.guard_shop('settlement.payout');
