create sequence kernel.node;

-- Rows that belong to a shop are seen, in a session that works for a shop, only by that shop.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'wanqu_shop') then
        create role wanqu_shop nologin;
    end if;
exception when duplicate_object or unique_violation then
    null;
end $$;

create function kernel.current_shop() returns bigint
    language sql stable
    return nullif(current_setting('wanqu.shop', true), '')::bigint;

create function kernel.guard_shop(guarded regclass) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy own_shop on %s to wanqu_shop using (shop_id = (select kernel.current_shop()))', guarded);
    execute format('grant select, insert, update, delete on %s to wanqu_shop', guarded);
    execute format('grant usage on schema %s to wanqu_shop',
                   (select relnamespace::regnamespace from pg_class where oid = guarded));
end $$;

create table kernel.event (
    shop_id bigint      not null,
    id      bigint      not null,
    xid     xid8        not null default pg_current_xact_id(),
    type    text        not null,
    subject bigint      not null,
    body    json        not null,
    at      timestamptz not null default now(),
    primary key (xid, id, at)
) partition by range (at);

select kernel.guard_shop('kernel.event');

create table kernel.event_cursor (
    name     text        primary key,
    xid      xid8        not null default '0',
    id       bigint      not null default 0,
    moved_at timestamptz not null default now()
);

create table kernel.event_parked (
    shop_id   bigint      not null,
    event_id  bigint      not null,
    cursor    text        not null,
    type      text        not null,
    subject   bigint      not null,
    body      json        not null,
    reason    text        not null,
    parked_at timestamptz not null default now(),
    primary key (shop_id, event_id, cursor)
);

select kernel.guard_shop('kernel.event_parked');

-- A session brings the time zone of its machine with it. Days that are cut in two zones overlap, so they are cut in one.
create function kernel.add_event_partitions(days int) returns int
    language plpgsql
    set timezone = 'UTC' as $$
declare
    day   date;
    added int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('kernel.event'));
    for day in select generate_series(current_date - 1, current_date + days, interval '1 day')::date loop
        if to_regclass('kernel.event_' || to_char(day, 'YYYYMMDD')) is null then
            execute format('create table kernel.%I partition of kernel.event for values from (%L) to (%L)',
                           'event_' || to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
            added := added + 1;
        end if;
    end loop;
    return added;
end $$;

-- A partition goes when its day is older than asked and no cursor still has something to read in it; one in the middle of
-- a transaction still has the rest of it to read.
create function kernel.drop_event_partitions(days int) returns int
    language plpgsql
    set timezone = 'UTC' as $$
declare
    part    text;
    unread  boolean;
    dropped int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('kernel.event'));
    for part in
        select relname
          from pg_class
         where relnamespace = 'kernel'::regnamespace
           and relkind = 'r'
           and relname ~ '^event_\d{8}$'
           and relname < 'event_' || to_char(current_date - days, 'YYYYMMDD')
         order by relname
    loop
        execute format('select exists (select 1 from kernel.%I where xid >= (select min(xid::text::numeric)::text::xid8 from kernel.event_cursor))', part)
           into unread;
        if not unread then
            execute format('drop table kernel.%I', part);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $$;
