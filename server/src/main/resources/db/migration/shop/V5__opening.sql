-- What sort of person or company holds shops. No row means an individual.
create table shop.holder (
    account_id bigint      primary key,
    kind       text        not null default 'individual' check (kind in ('individual', 'company')),
    changed_at timestamptz not null default now()
);

-- How many shops a holder of a kind may have without asking, from a day on.
create table shop.holding_rule (
    kind     text        not null check (kind in ('individual', 'company')),
    from_day date        not null,
    most     int         not null check (most between 0 and 1000),
    set_by   text        not null,
    reason   text        not null check (length(reason) between 1 and 200),
    set_at   timestamptz not null default now(),
    primary key (kind, from_day)
);

create table shop.application (
    id         bigint      primary key,
    account_id bigint      not null references shop.holder,
    slug       text        not null,
    name       text        not null,
    currency   text        not null,
    category   text        not null default '',
    company    text        not null default '',
    reason     text        not null default '',
    origin     bytea       check (length(origin) = 16),
    state      text        not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
    asked_at   timestamptz not null default now(),
    decided_by text,
    decided_at timestamptz,
    verdict    text        not null default '',
    opened     bigint,
    check ((state = 'waiting') = (decided_at is null)),
    check ((state = 'approved') = (opened is not null))
);

create index application_account on shop.application (account_id, id);
create unique index application_waiting on shop.application (account_id) where state = 'waiting';
create index application_queue on shop.application (id) where state = 'waiting';
create index application_opened on shop.application (opened) where opened is not null;
