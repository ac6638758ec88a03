-- A way to sell that the shop opened itself. The public key stands in pages and orders and opens nothing but the sale.
create table storefront.own_channel (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    kind       text        not null check (kind in ('page', 'widget', 'till', 'bot', 'showcase')),
    name       text        not null check (length(name) between 1 and 60),
    public_key text        not null,
    origins    text        not null default '',
    is_on      boolean     not null default true,
    made_at    timestamptz not null default now(),
    primary key (shop_id, channel_id),
    unique (shop_id, public_key)
);

select kernel.guard_shop('storefront.own_channel');
