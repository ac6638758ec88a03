-- shop_id 0 stands for callers that presented no token.
create table web.idempotency (
    shop_id     bigint      not null,
    key         bytea       not null check (length(key) = 32),
    fingerprint bytea       not null check (length(fingerprint) = 32),
    state       text        not null check (state in ('running', 'done')),
    status      int,
    answer      bytea,
    started_at  timestamptz not null,
    primary key (shop_id, key),
    check (state = 'running' or (status is not null and answer is not null))
);

select kernel.guard_shop('web.idempotency');

create index idempotency_started on web.idempotency (started_at);
