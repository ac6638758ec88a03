-- Stored value of a buyer in one shop. The books say the same in the account wallet:<wallet_id>; this row is the lock.
create table wallet.wallet (
    shop_id       bigint      not null,
    wallet_id     bigint      not null,
    key_hash      bytea       not null,
    kind          text        not null check (kind in ('registered', 'bearer')),
    contact       bytea,
    real_name     boolean     not null default false,
    currency      char(3)     not null,
    balance_minor bigint      not null default 0,
    made_at       timestamptz not null,
    primary key (shop_id, wallet_id),
    constraint never_below_zero check (balance_minor >= 0),
    constraint registered_by_contact check ((kind = 'registered') = (contact is not null))
) with (fillfactor = 80);

create unique index wallet_key on wallet.wallet (shop_id, key_hash);

select kernel.guard_shop('wallet.wallet');

-- Every movement, each cause once: what came in is positive.
create table wallet.movement (
    shop_id       bigint      not null,
    movement_id   bigint      not null,
    wallet_id     bigint      not null,
    kind          text        not null check (kind in ('top_up', 'gift', 'payment', 'refund')),
    source        text        not null,
    amount_minor  bigint      not null check (amount_minor <> 0),
    balance_minor bigint      not null check (balance_minor >= 0),
    settled       boolean     not null default true,
    made_at       timestamptz not null,
    primary key (shop_id, movement_id),
    foreign key (shop_id, wallet_id) references wallet.wallet (shop_id, wallet_id)
);

create unique index movement_once on wallet.movement (shop_id, source);
create index movement_wallet on wallet.movement (shop_id, wallet_id, movement_id);
create index movement_unsettled on wallet.movement (movement_id) where not settled;

select kernel.guard_shop('wallet.movement');

create table wallet.top_up (
    shop_id      bigint      not null,
    top_up_id    bigint      not null,
    wallet_id    bigint      not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    state        text        not null default 'open' check (state in ('open', 'paid')),
    made_at      timestamptz not null,
    primary key (shop_id, top_up_id),
    foreign key (shop_id, wallet_id) references wallet.wallet (shop_id, wallet_id)
);

create index top_up_wallet on wallet.top_up (shop_id, wallet_id);

select kernel.guard_shop('wallet.top_up');

-- A code that whoever holds it may redeem; sealed, and found by a keyed hash. The books keep it in wallet:card-<card_id>.
create table wallet.gift_card (
    shop_id      bigint      not null,
    card_id      bigint      not null,
    sealed       bytea       not null,
    code_hash    bytea       not null,
    amount_minor bigint      not null check (amount_minor > 0),
    left_minor   bigint      not null,
    currency     char(3)     not null,
    state        text        not null default 'issued' check (state in ('issued', 'used', 'void')),
    expires_at   timestamptz not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    primary key (shop_id, card_id),
    constraint never_more_than_issued check (left_minor between 0 and amount_minor),
    constraint used_is_empty check ((state = 'issued') = (left_minor > 0))
);

create unique index gift_card_code on wallet.gift_card (code_hash);

select kernel.guard_shop('wallet.gift_card');

-- Where the wallet may pay; a shop that is not here does not offer it.
create table wallet.offer (
    shop_id bigint  not null primary key,
    allowed boolean not null
);

select kernel.guard_shop('wallet.offer');

-- What the law and the operator allow, each from a day on. Amounts in the smallest unit of CNY, times in days.
create table wallet.limit_rule (
    kind     text   not null check (kind in ('registered', 'bearer')),
    name     text   not null check (name in ('cardMax', 'balanceMax', 'dayInMax', 'yearInMax', 'realNameFrom', 'validDaysMin')),
    from_day date   not null,
    value    bigint not null check (value >= 0),
    source   text   not null,
    primary key (kind, name, from_day)
);

insert into wallet.limit_rule (kind, name, from_day, value, source)
values ('registered', 'cardMax', '2012-11-01', 500000, 'measures on single-purpose prepaid cards, article 18'),
       ('bearer', 'cardMax', '2012-11-01', 100000, 'measures on single-purpose prepaid cards, article 18'),
       ('registered', 'balanceMax', '2012-11-01', 500000, 'measures on single-purpose prepaid cards, article 18'),
       ('bearer', 'balanceMax', '2012-11-01', 100000, 'measures on single-purpose prepaid cards, article 18'),
       ('registered', 'dayInMax', '2020-01-01', 500000, 'the operator'),
       ('bearer', 'dayInMax', '2020-01-01', 100000, 'the operator'),
       ('registered', 'yearInMax', '2020-01-01', 10000000, 'the operator'),
       ('bearer', 'yearInMax', '2020-01-01', 1000000, 'the operator'),
       ('registered', 'realNameFrom', '2012-11-01', 1000000, 'measures on single-purpose prepaid cards, article 15'),
       ('bearer', 'realNameFrom', '2012-11-01', 1000000, 'measures on single-purpose prepaid cards, article 15'),
       ('bearer', 'validDaysMin', '2012-11-01', 1095, 'measures on single-purpose prepaid cards, article 19');
