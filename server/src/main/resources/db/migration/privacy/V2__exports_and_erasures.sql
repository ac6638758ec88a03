create table privacy.export (
    export_id  bigint      primary key,
    account_id bigint      not null,
    state      text        not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'over')),
    done_parts int         not null default 0,
    all_parts  int         not null default 0,
    size_bytes bigint      not null default 0,
    asked_at   timestamptz not null,
    run_until  timestamptz,
    expires_at timestamptz,
    constraint done_expires check (state <> 'done' or expires_at is not null)
);

create unique index export_one_at_a_time on privacy.export (account_id) where state in ('queued', 'running');
create index export_of_account on privacy.export (account_id, export_id);
create index export_waiting on privacy.export (export_id) where state in ('queued', 'running');
create index export_expiry on privacy.export (expires_at) where state = 'done';

-- The file in sealed pieces, so that any node can write it and any node can give it out without holding it whole.
create table privacy.export_piece (
    export_id bigint not null references privacy.export (export_id),
    piece     int    not null,
    sealed    bytea  not null,
    primary key (export_id, piece)
);

create table privacy.erasure (
    erasure_id bigint      primary key,
    account_id bigint      not null,
    state      text        not null default 'cooling' check (state in ('cooling', 'withdrawn', 'done')),
    asked_at   timestamptz not null,
    due_at     timestamptz not null,
    ended_at   timestamptz,
    report     jsonb,
    constraint done_has_report check (state <> 'done' or report is not null)
);

create unique index erasure_once on privacy.erasure (account_id) where state = 'cooling';
create index erasure_of_account on privacy.erasure (account_id, erasure_id);
create index erasure_due on privacy.erasure (due_at) where state = 'cooling';
