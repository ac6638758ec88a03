create table settlement.bill_check (
    shop_id     bigint      not null,
    rail        text        not null,
    day         date        not null,
    lines       int         not null,
    matched     int         not null,
    differences int         not null,
    checked_at  timestamptz not null default now(),
    primary key (shop_id, rail, day)
);

select kernel.guard_shop('settlement.bill_check');
revoke insert, update, delete on settlement.bill_check from wanqu_shop;

create table settlement.difference (
    shop_id         bigint      not null,
    difference_id   bigint      not null,
    rail            text        not null,
    day             date        not null,
    movement        text        not null check (movement in ('payment', 'refund', 'payout')),
    number          text        not null,
    kind            text        not null check (kind in ('missing_here', 'missing_there', 'amount_differs', 'fee_differs', 'books_differ')),
    currency        char(3)     not null,
    books_minor     bigint,
    own_minor       bigint,
    bill_minor      bigint,
    fee_minor       bigint,
    proposal        text        not null,
    state           text        not null default 'open' check (state in ('open', 'corrected', 'explained', 'gone')),
    note            text,
    ended_by        text,
    found_at        timestamptz not null default now(),
    ended_at        timestamptz,
    primary key (shop_id, difference_id)
);

-- The same difference, found again, is the same row.
create unique index difference_once on settlement.difference (shop_id, rail, day, movement, number, kind);

select kernel.guard_shop('settlement.difference');
revoke insert, update, delete on settlement.difference from wanqu_shop;
