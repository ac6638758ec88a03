-- What a channel bought from us as from a supplier; its number is answered the same way for ever.
create table channel.supply_order (
    shop_id          bigint      not null,
    channel_id       bigint      not null,
    order_number     text        not null,
    external_product text        not null,
    external_sku     text        not null,
    quantity         int         not null,
    amount_minor     bigint      not null check (amount_minor >= 0),
    state            text        not null check (state in ('sold', 'failed', 'returned')),
    reason           text        not null default '',
    answered         boolean     not null default false,
    notice_to        text,
    ordered_at       timestamptz not null,
    primary key (shop_id, channel_id, order_number)
) with (fillfactor = 70);

select kernel.guard_shop('channel.supply_order');

-- How far a channel that pays later may go.
create table channel.credit (
    shop_id     bigint not null,
    channel_id  bigint not null,
    limit_minor bigint not null check (limit_minor >= 0),
    used_minor  bigint not null default 0 check (used_minor >= 0),
    primary key (shop_id, channel_id),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
) with (fillfactor = 50);

select kernel.guard_shop('channel.credit');

-- Goods whose stock and price a buying channel wants to hear of.
create table channel.supply_watch (
    shop_id          bigint not null,
    channel_id       bigint not null,
    external_product text   not null,
    external_sku     text   not null,
    token            text   not null,
    told_minor       bigint,
    primary key (shop_id, channel_id, external_product, external_sku),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
);

select kernel.guard_shop('channel.supply_watch');
