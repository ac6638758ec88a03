-- Where a product leads instead of being sold here. The target is the merchant's word; nothing in a request can change it.
create table storefront.showcase (
    shop_id            bigint not null,
    product_id         bigint not null,
    target             text   not null check (target ~ '^https://' and length(target) <= 1000),
    listing_channel_id bigint,
    primary key (shop_id, product_id)
);

select kernel.guard_shop('storefront.showcase');

-- Who clicked is a hash under a key of the day: one visitor counts once a day, and nobody can be followed into the next.
create table storefront.click (
    shop_id    bigint      not null,
    click_id   bigint      not null,
    product_id bigint      not null,
    channel_id bigint      not null,
    source     text        not null check (length(source) <= 60),
    campaign   text        not null check (length(campaign) <= 60),
    visitor    bytea       not null check (octet_length(visitor) = 16),
    at         timestamptz not null,
    primary key (shop_id, click_id)
);

create index click_of_product on storefront.click (shop_id, product_id, at);

select kernel.guard_shop('storefront.click');
