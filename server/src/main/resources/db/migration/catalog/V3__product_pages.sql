alter table catalog.product
    add column how_to_use  text   not null default '' check (length(how_to_use) <= 10000),
    add column warranty    text   not null default '' check (length(warranty) <= 2000),
    add column tags        text[] not null default '{}' check (cardinality(tags) <= 20),
    add column weight      int    not null default 0 check (weight between -1000000 and 1000000),
    -- The lowest list price of the SKUs that are on; 0 where none is.
    add column price_minor bigint not null default 0 check (price_minor >= 0),
    -- What went out of the pools behind it, on all channels; counted behind the sales.
    add column sold        bigint not null default 0 check (sold >= 0);

update catalog.product
   set price_minor = coalesce((select min(unit_minor)
                                 from catalog.sku
                                where sku.shop_id = product.shop_id
                                  and sku.product_id = product.id
                                  and sku.state = 'on'), 0);

create index product_recommended on catalog.product (shop_id, weight, id) where state = 'on';
create index product_by_price on catalog.product (shop_id, price_minor, id) where state = 'on';
create index product_by_sales on catalog.product (shop_id, sold, id) where state = 'on';
create index product_of_state on catalog.product (shop_id, state, id desc);

alter table catalog.sku add column compare_minor bigint check (compare_minor between 1 and 1000000000000);

create index sku_of_pool on catalog.sku (shop_id, pool_id);

create table catalog.product_picture (
    shop_id    bigint not null,
    product_id bigint not null,
    position   int    not null check (position between 0 and 29),
    hash       text   not null check (hash ~ '^[0-9a-f]{64}$'),
    alt        text   not null check (length(alt) <= 200),
    primary key (shop_id, product_id, position),
    foreign key (shop_id, product_id) references catalog.product (shop_id, id)
);

select kernel.guard_shop('catalog.product_picture');
