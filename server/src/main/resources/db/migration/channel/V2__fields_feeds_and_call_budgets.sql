-- What a channel asks for besides key and secret; who reads its messages; when it last answered.
alter table channel.channel
    add column more            bytea,
    add column feeder          bigint,
    add column feeding_until   timestamptz,
    add column feed_due_at     timestamptz not null default '-infinity',
    add column feed_failures   int         not null default 0,
    add column last_success_at timestamptz;

-- One application may serve many shops; a message names whose it is.
create index channel_app on channel.channel (kind, app_key, external_shop);

-- Calls of an application to a channel are stretches of time; the row says from when on the next one is free.
create table channel.call_budget (
    kind    text        not null,
    app_key text        not null,
    free_at timestamptz not null,
    primary key (kind, app_key)
) with (fillfactor = 50);
