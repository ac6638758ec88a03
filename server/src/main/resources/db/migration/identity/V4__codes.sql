-- One-time codes by mail or text message. There is one for each purpose, receiver and asker, so that a stranger who guesses
-- wrong uses up his own tries and nobody else's.
create table identity.code (
    receiver   bytea       not null check (length(receiver) = 16),
    purpose    text        not null check (purpose in ('register', 'login', 'recover', 'prove')),
    asker      bytea       not null check (length(asker) = 16),
    hash       bytea       not null check (length(hash) = 16),
    tries      int         not null default 0,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (receiver, purpose, asker)
);

create index code_expires on identity.code (expires_at);
