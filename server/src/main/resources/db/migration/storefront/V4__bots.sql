create table storefront.bot (
    shop_id     bigint not null,
    channel_id  bigint not null,
    base_uri    text   not null,
    token       bytea  not null,
    secret_hash bytea  not null check (octet_length(secret_hash) = 16),
    primary key (shop_id, channel_id),
    foreign key (shop_id, channel_id) references storefront.own_channel (shop_id, channel_id)
);

select kernel.guard_shop('storefront.bot');

-- What was taken in, so that the same update again changes nothing.
create table storefront.bot_update (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    update_id  bigint      not null,
    at         timestamptz not null,
    primary key (shop_id, channel_id, update_id)
);

select kernel.guard_shop('storefront.bot_update');

create table storefront.bot_order (
    shop_id    bigint not null,
    order_id   bigint not null,
    channel_id bigint not null,
    chat_id    bigint not null,
    chinese    boolean not null,
    primary key (shop_id, order_id)
);

select kernel.guard_shop('storefront.bot_order');

-- What is to be said. Links and codes are no part of it: they are put in when it is sent.
create table storefront.bot_message (
    shop_id    bigint      not null,
    message_id bigint      not null,
    channel_id bigint      not null,
    method     text        not null,
    body       text        not null,
    order_id   bigint,
    line       int,
    state      text        not null default 'due' check (state in ('due', 'done', 'failed')),
    attempts   int         not null default 0,
    due_at     timestamptz not null,
    primary key (shop_id, message_id)
) with (fillfactor = 70);

create unique index bot_message_line on storefront.bot_message (shop_id, order_id, line) where line is not null;
create index bot_message_due on storefront.bot_message (due_at) where state = 'due';

select kernel.guard_shop('storefront.bot_message');
