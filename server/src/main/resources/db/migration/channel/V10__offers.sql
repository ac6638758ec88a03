-- What every offer of a channel is made from, unless it says otherwise itself.
create table channel.content_template (
    shop_id     bigint      not null,
    template_id bigint      not null,
    name        text        not null,
    content     jsonb       not null,
    version     bigint      not null default 1,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (shop_id, template_id),
    unique (shop_id, name)
);

select kernel.guard_shop('channel.content_template');

-- A product as one channel shall show it, and what the channel said of it. Told is what it last took from us.
create table channel.offer (
    shop_id          bigint      not null,
    channel_id       bigint      not null,
    product_id       bigint      not null,
    template_id      bigint,
    variant          jsonb       not null,
    shown            boolean     not null default true,
    state            text        not null default 'draft'
                     check (state in ('draft', 'in_review', 'on_sale', 'off_sale', 'rejected', 'removed', 'unknown', 'held')),
    external_product text,
    raw_state        text,
    findings         jsonb       not null default '[]',
    told             jsonb,
    changes          bigint      not null default 0,
    due_at           timestamptz,
    claimed_until    timestamptz,
    attempts         int         not null default 0,
    last_code        text,
    told_at          timestamptz,
    changed_by       text        not null,
    changed_at       timestamptz not null,
    primary key (shop_id, channel_id, product_id),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id),
    foreign key (shop_id, template_id) references channel.content_template (shop_id, template_id)
) with (fillfactor = 70);

create index offer_due on channel.offer (shop_id, channel_id, due_at) where due_at is not null;
create index offer_product on channel.offer (shop_id, product_id);
create index offer_template on channel.offer (shop_id, template_id);

select kernel.guard_shop('channel.offer');

create table channel.publication (
    shop_id        bigint      not null,
    publication_id bigint      not null,
    shown          boolean     not null,
    made_by        text        not null,
    made_at        timestamptz not null,
    primary key (shop_id, publication_id)
);

select kernel.guard_shop('channel.publication');

create table channel.publication_item (
    shop_id        bigint      not null,
    publication_id bigint      not null,
    channel_id     bigint      not null,
    product_id     bigint      not null,
    state          text        not null default 'due' check (state in ('due', 'done', 'rejected')),
    done_at        timestamptz,
    primary key (shop_id, publication_id, channel_id, product_id),
    foreign key (shop_id, publication_id) references channel.publication (shop_id, publication_id)
) with (fillfactor = 70);

create index publication_item_due on channel.publication_item (shop_id, channel_id, product_id) where state = 'due';

select kernel.guard_shop('channel.publication_item');
