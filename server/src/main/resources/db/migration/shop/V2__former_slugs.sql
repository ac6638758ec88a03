-- Addresses that a shop had before. They lead to it for ever, and nobody else gets them.
create table shop.former_slug (
    shop_id bigint      not null,
    slug    text        not null,
    left_at timestamptz not null default now(),
    primary key (shop_id, slug)
);

create unique index former_slug_text on shop.former_slug (slug);

select kernel.guard_shop('shop.former_slug');
