-- The link by which the first of the platform's own people signs in; one row, used once.
create table identity.first_operator (
    only_one boolean     primary key default true check (only_one),
    hash     bytea       not null check (length(hash) = 32),
    drawn_at timestamptz not null,
    used_at  timestamptz
);
