-- What somebody tried, or what went wrong with money, and a person should look at; the same trouble again only counts up.
create table payment.alert (
    shop_id    bigint      not null,
    alert_id   bigint      not null,
    code       text        not null,
    rail       text        not null,
    account_id bigint      not null,
    subject    text        not null,
    detail     text        not null,
    what_to_do text        not null,
    count      bigint      not null default 1,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    closed_at  timestamptz,
    primary key (shop_id, alert_id)
);

create unique index alert_open on payment.alert (shop_id, rail, account_id, code, subject) where closed_at is null;

select kernel.guard_shop('payment.alert');
