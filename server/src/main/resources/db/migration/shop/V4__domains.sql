-- Domains that shops say are theirs. Many may ask for one; only the one who proves it has it.
create table shop.domain (
    shop_id  bigint      not null,
    host     text        not null check (host ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$' and length(host) <= 200),
    proof    text        not null check (length(proof) between 20 and 80),
    state    text        not null default 'asked' check (state in ('asked', 'proved')),
    asked_at timestamptz not null default now(),
    proved_at timestamptz,
    primary key (shop_id, host),
    check ((state = 'proved') = (proved_at is not null))
);

create unique index domain_proved on shop.domain (host) where state = 'proved';

select kernel.guard_shop('shop.domain');
