create table settlement.deposit_requirement (
    shop_id        bigint      not null,
    currency       char(3)     not null,
    required_minor bigint      not null check (required_minor >= 0),
    reason         text        not null check (length(reason) between 1 and 200),
    changed_by     text        not null,
    changed_at     timestamptz not null default now(),
    primary key (shop_id, currency)
);

select kernel.guard_shop('settlement.deposit_requirement');
revoke insert, update, delete on settlement.deposit_requirement from wanqu_shop;

create table settlement.deposit_move (
    shop_id      bigint      not null,
    move_id      bigint      not null,
    kind         text        not null check (kind in ('topped_up', 'returned', 'used')),
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    reason       text        not null check (length(reason) between 1 and 200),
    made_by      text        not null,
    made_at      timestamptz not null default now(),
    primary key (shop_id, move_id)
);

select kernel.guard_shop('settlement.deposit_move');
revoke update, delete on settlement.deposit_move from wanqu_shop;
