-- A complaint about one line of an order. Every state but the last has a deadline, and something that happens when it passes.
create table aftersale.buyer_case (
    shop_id       bigint      not null,
    case_id       bigint      not null,
    order_id      bigint      not null,
    line          int         not null,
    pool_id       bigint      not null,
    kind          text        not null check (kind in ('refund', 'exchange', 'partial')),
    units         int[]       not null check (cardinality(units) > 0),
    asked_minor   bigint      not null check (asked_minor >= 0),
    currency      char(3)     not null,
    state         text        not null check (state in ('opened', 'refused', 'escalated', 'agreed', 'ended')),
    outcome       text        check (outcome in ('refunded', 'exchanged', 'compensated', 'for_shop', 'withdrawn')),
    granted_minor bigint      not null default 0 check (granted_minor between 0 and asked_minor),
    decided_by    text        check (decided_by in ('buyer', 'shop', 'operator', 'clock')),
    excluded      text        not null default '',
    opened_at     timestamptz not null,
    deadline      timestamptz,
    ended_at      timestamptz,
    primary key (shop_id, case_id),
    constraint open_has_deadline check ((state = 'ended') = (deadline is null)),
    constraint ended_has_outcome check ((state = 'ended') = (outcome is not null and ended_at is not null and decided_by is not null))
) with (fillfactor = 70);

create index case_due on aftersale.buyer_case (deadline) where deadline is not null;
create unique index one_open_case on aftersale.buyer_case (shop_id, order_id) where deadline is not null;
create index case_order on aftersale.buyer_case (shop_id, order_id);
create index case_ended on aftersale.buyer_case (ended_at) where ended_at is not null;

select kernel.guard_shop('aftersale.buyer_case');

-- What was said and shown; sealed, because people write down what nobody else should read.
create table aftersale.message (
    shop_id    bigint      not null,
    message_id bigint      not null,
    case_id    bigint      not null,
    author     text        not null check (author in ('buyer', 'shop', 'operator', 'clock')),
    by_name    text        not null,
    kind       text        not null check (kind in ('message', 'evidence', 'step')),
    body       bytea       not null,
    at         timestamptz not null,
    primary key (shop_id, message_id),
    foreign key (shop_id, case_id) references aftersale.buyer_case (shop_id, case_id)
);

create index message_case on aftersale.message (shop_id, case_id, message_id);

select kernel.guard_shop('aftersale.message');

-- A unit that was said to be bad and for which the buyer got his money or another one.
create table aftersale.defect (
    shop_id  bigint      not null,
    case_id  bigint      not null,
    unit     int         not null,
    pool_id  bigint      not null,
    card_id  bigint      not null,
    batch_id bigint      not null,
    supplier text        not null,
    cost_minor bigint    not null check (cost_minor >= 0),
    currency char(3)     not null,
    claim_id bigint,
    at       timestamptz not null,
    primary key (shop_id, case_id, unit),
    foreign key (shop_id, case_id) references aftersale.buyer_case (shop_id, case_id)
);

create index defect_batch on aftersale.defect (shop_id, batch_id);
create index defect_claim on aftersale.defect (shop_id, supplier) where claim_id is null;

select kernel.guard_shop('aftersale.defect');
