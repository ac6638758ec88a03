-- Mail and text messages on their way to people. A muted one is never sent: it costs what a sent one costs.
create table kernel.message (
    id       bigint      primary key,
    sealed   bytea       not null,
    muted    boolean     not null,
    tries    int         not null default 0,
    due_at   timestamptz not null,
    added_at timestamptz not null
);

create index message_due on kernel.message (due_at);
