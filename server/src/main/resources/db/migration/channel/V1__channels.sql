create table channel.channel (
    shop_id          bigint      not null,
    channel_id       bigint      not null,
    kind             text        not null,
    name             text        not null,
    state            text        not null default 'draft' check (state in ('draft', 'on', 'paused', 'needs_authorisation')),
    base_uri         text        not null,
    app_key          text        not null,
    app_secret       bytea       not null,
    external_shop    text        not null,
    version          bigint      not null default 1,
    access_token     bytea,
    refresh_token    bytea,
    access_ends_at   timestamptz,
    refresh_ends_at  timestamptz,
    refresh_due_at   timestamptz,
    token_version    bigint      not null default 1,
    refreshing_until timestamptz,
    orders_until     timestamptz,
    deep_due_at      timestamptz not null default '-infinity',
    poll_due_at      timestamptz not null default '-infinity',
    polling_until    timestamptz,
    failures         int         not null default 0,
    resume_at        timestamptz,
    last_error       text,
    last_error_at    timestamptz,
    made_at          timestamptz not null default now(),
    primary key (shop_id, channel_id),
    unique (shop_id, kind, external_shop)
) with (fillfactor = 70);

create index channel_poll on channel.channel (poll_due_at) where state = 'on';

select kernel.guard_shop('channel.channel');

create table channel.listing (
    shop_id          bigint      not null,
    channel_id       bigint      not null,
    external_product text        not null,
    external_sku     text        not null,
    sku_id           bigint      not null,
    pool_id          bigint      not null,
    made_at          timestamptz not null default now(),
    primary key (shop_id, channel_id, external_product, external_sku),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
);

create index listing_sku on channel.listing (shop_id, sku_id);
create index listing_pool on channel.listing (shop_id, pool_id);

select kernel.guard_shop('channel.listing');

-- A hint that an order is to be read again. Of a push it keeps which order it names and nothing of a buyer.
create table channel.inbox (
    shop_id        bigint      not null,
    channel_id     bigint      not null,
    message_id     text        not null,
    topic          text        not null,
    external_order text,
    state          text        not null check (state in ('due', 'done')),
    attempts       int         not null default 0,
    due_at         timestamptz not null,
    received_at    timestamptz not null,
    primary key (shop_id, channel_id, message_id)
) with (fillfactor = 70);

create index inbox_due on channel.inbox (shop_id, channel_id, due_at) where state = 'due';
create index inbox_received on channel.inbox (received_at) where state = 'done';

select kernel.guard_shop('channel.inbox');

-- What a channel last said of an order, so that the same words again cost nothing and older ones change nothing.
create table channel.external_order (
    shop_id        bigint      not null,
    channel_id     bigint      not null,
    external_order text        not null,
    fingerprint    text        not null,
    state          text        not null check (state in ('taken', 'passed', 'unmapped', 'unknown')),
    on_hold        boolean     not null,
    refunded       text[]      not null,
    lines          text        not null,
    paid_at        timestamptz,
    read_at        timestamptz not null,
    primary key (shop_id, channel_id, external_order)
) with (fillfactor = 70);

create index external_order_unmapped on channel.external_order (shop_id, channel_id) where state = 'unmapped';

select kernel.guard_shop('channel.external_order');

create table channel.write_back (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    order_id   bigint      not null,
    line       int         not null,
    verb       text        not null check (verb in ('deliver', 'give_up')),
    state      text        not null default 'due' check (state in ('due', 'done', 'failed', 'refused')),
    attempts   int         not null default 0,
    due_at     timestamptz not null,
    last_code  text,
    made_at    timestamptz not null,
    done_at    timestamptz,
    primary key (shop_id, channel_id, order_id, line)
) with (fillfactor = 70);

create index write_back_due on channel.write_back (shop_id, channel_id, due_at) where state = 'due';

select kernel.guard_shop('channel.write_back');

create table channel.stock_push (
    shop_id          bigint      not null,
    channel_id       bigint      not null,
    external_product text        not null,
    external_sku     text        not null,
    wanted           bigint,
    pushed           bigint,
    acknowledged     bigint,
    rule_version     bigint      not null default 0,
    changes          bigint      not null default 0,
    due_at           timestamptz,
    claimed_until    timestamptz,
    attempts         int         not null default 0,
    last_code        text,
    pushed_at        timestamptz,
    acknowledged_at  timestamptz,
    primary key (shop_id, channel_id, external_product, external_sku),
    foreign key (shop_id, channel_id, external_product, external_sku)
        references channel.listing (shop_id, channel_id, external_product, external_sku) on delete cascade
) with (fillfactor = 70);

create index stock_push_due on channel.stock_push (shop_id, channel_id, due_at) where due_at is not null;

select kernel.guard_shop('channel.stock_push');

create table channel.alert (
    shop_id    bigint      not null,
    alert_id   bigint      not null,
    channel_id bigint      not null,
    code       text        not null,
    subject    text        not null,
    detail     text        not null,
    count      bigint      not null default 1,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    closed_at  timestamptz,
    primary key (shop_id, alert_id)
);

create unique index alert_open on channel.alert (shop_id, channel_id, code, subject) where closed_at is null;

select kernel.guard_shop('channel.alert');
