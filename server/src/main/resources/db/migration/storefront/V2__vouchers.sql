-- Cards of these pools are vouchers: what was delivered is redeemed at a till.
create table storefront.voucher_pool (
    shop_id          bigint not null,
    pool_id          bigint not null,
    uses             int    not null check (uses between 1 and 1000),
    reversal_minutes int    not null check (reversal_minutes between 0 and 10080),
    primary key (shop_id, pool_id)
);

select kernel.guard_shop('storefront.voucher_pool');

-- One row a voucher, made when it is first redeemed; uses_left is what the tills compete for.
create table storefront.voucher (
    shop_id   bigint not null,
    card_id   bigint not null,
    pool_id   bigint not null,
    uses_max  int    not null check (uses_max > 0),
    uses_left int    not null check (uses_left between 0 and uses_max),
    primary key (shop_id, card_id)
) with (fillfactor = 70);

select kernel.guard_shop('storefront.voucher');

-- A till numbers what it does, so that the same number again is the same redemption. Nothing is ever taken out: a reversal is written beside.
create table storefront.redemption (
    shop_id       bigint      not null,
    redemption_id bigint      not null,
    channel_id    bigint      not null,
    serial        text        not null check (length(serial) between 1 and 64),
    card_id       bigint      not null,
    uses          int         not null check (uses > 0),
    redeemed_by   text        not null,
    redeemed_at   timestamptz not null,
    reversed_by   text,
    reversed_at   timestamptz,
    reason        text,
    primary key (shop_id, redemption_id),
    unique (shop_id, channel_id, serial),
    foreign key (shop_id, card_id) references storefront.voucher (shop_id, card_id),
    constraint reversed_by_somebody check ((reversed_at is null) = (reversed_by is null))
);

create index redemption_card on storefront.redemption (shop_id, card_id);

select kernel.guard_shop('storefront.redemption');
