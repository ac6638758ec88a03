-- Devices and networks from which somebody has logged in, as keyed hashes: what is new among them he is told of, and on a
-- device of his own he is not held back when strangers try his password.
create table identity.familiar (
    account_id bigint      not null references identity.account (id),
    kind       text        not null check (kind in ('device', 'network')),
    mark       bytea       not null check (length(mark) = 16),
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    primary key (account_id, kind, mark)
);
