create table shop.shop (
    shop_id    bigint      primary key,
    slug       text        not null check (slug ~ '^[a-z0-9](-?[a-z0-9])+$' and length(slug) between 2 and 40),
    name       text        not null check (length(name) between 1 and 80),
    state      text        not null default 'open' check (state in ('open', 'closed', 'suspended')),
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    page_id    bigint      not null,
    opened_at  timestamptz not null default now(),
    changed_at timestamptz not null default now()
);

create unique index shop_slug on shop.shop (slug);

select kernel.guard_shop('shop.shop');
