-- What an account's owner should know of. Where it came from is sealed.
create table identity.alert (
    account_id bigint      not null references identity.account (id),
    id         bigint      not null,
    what       text        not null,
    origin     bytea       not null,
    at         timestamptz not null,
    primary key (account_id, id)
);
