-- One import is one batch. Positions count bytes of the plain text; the lease says which worker reads it now.
create table vault.import (
    shop_id       bigint      not null,
    import_id     bigint      not null,
    pool_id       bigint      not null,
    state         text        not null check (state in ('receiving', 'queued', 'running', 'done', 'failed')),
    format        text        not null check (format in ('auto', 'code', 'dashes', 'comma', 'tab', 'pipe', 'space', 'csv')),
    header        text,
    charset       text        not null check (charset in ('auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be')),
    uses          int         not null check (uses > 0),
    per_day       int         check (per_day > 0),
    expires_at    timestamptz not null,
    stored        bigint      not null default 0 check (stored >= 0),
    position      bigint      not null default 0 check (position between 0 and stored),
    lines         int         not null default 0,
    loaded        int         not null default 0,
    uses_loaded   bigint      not null default 0,
    duplicates    int         not null default 0,
    elsewhere     int         not null default 0,
    errors        int         not null default 0,
    first_card    bigint,
    last_card     bigint,
    recalled_uses bigint      not null default 0,
    attempts      int         not null default 0,
    lease         bigint,
    lease_until   timestamptz,
    created_by    text        not null,
    created_at    timestamptz not null,
    queued_at     timestamptz,
    finished_at   timestamptz,
    primary key (shop_id, import_id)
);

create index import_due on vault.import (queued_at) where state in ('queued', 'running');

select kernel.guard_shop('vault.import');

-- What was uploaded, sealed, until it has been read.
create table vault.import_chunk (
    shop_id     bigint not null,
    import_id   bigint not null,
    from_byte   bigint not null,
    plain_bytes int    not null check (plain_bytes > 0),
    sealed      bytea  not null,
    primary key (shop_id, import_id, from_byte),
    foreign key (shop_id, import_id) references vault.import (shop_id, import_id)
);

alter table vault.import_chunk alter column sealed set storage external;

select kernel.guard_shop('vault.import_chunk');

create table vault.import_error (
    shop_id   bigint not null,
    import_id bigint not null,
    line_no   int    not null,
    code      text   not null,
    primary key (shop_id, import_id, line_no),
    foreign key (shop_id, import_id) references vault.import (shop_id, import_id)
);

select kernel.guard_shop('vault.import_error');
