-- Who is signed in where. The session's secret is kept as a hash alone; where it came from is sealed.
create table identity.session (
    id          bigint      primary key,
    account_id  bigint      not null references identity.account (id),
    hash        bytea       not null unique check (length(hash) = 32),
    state       text        not null check (state in ('second_factor', 'open')),
    kind        text        not null check (kind in ('web', 'program')),
    origin      bytea       not null,
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    ends_at     timestamptz not null,
    fresh_until timestamptz,
    ended_at    timestamptz
);

create index session_account on identity.session (account_id);
