-- What all migrations together make; written and compared by SchemaTest.

table kernel.data_key
    shop_id bigint not null
    purpose text not null
    keyset bytea not null
    changed_at timestamp with time zone not null default now()
    data_key_purpose_check CHECK ((purpose = ANY (ARRAY['seal'::text, 'hash'::text])))
    data_key_pkey PRIMARY KEY (shop_id, purpose)

table kernel.event
    shop_id bigint not null
    id bigint not null
    xid xid8 not null default pg_current_xact_id()
    type text not null
    subject bigint not null
    body json not null
    at timestamp with time zone not null default now()
    event_pkey PRIMARY KEY (xid, id, at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.event_cursor
    name text not null
    xid xid8 not null default '0'::xid8
    id bigint not null default 0
    moved_at timestamp with time zone not null default now()
    event_cursor_pkey PRIMARY KEY (name)

table kernel.event_parked
    shop_id bigint not null
    event_id bigint not null
    cursor text not null
    type text not null
    subject bigint not null
    body json not null
    reason text not null
    parked_at timestamp with time zone not null default now()
    event_parked_pkey PRIMARY KEY (shop_id, event_id, cursor)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.scheduled_tasks
    task_name text not null
    task_instance text not null
    task_data bytea
    execution_time timestamp with time zone not null
    picked boolean not null
    picked_by text
    last_success timestamp with time zone
    last_failure timestamp with time zone
    consecutive_failures integer
    last_heartbeat timestamp with time zone
    version bigint not null
    priority smallint
    scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
    CREATE INDEX scheduled_tasks_due ON kernel.scheduled_tasks USING btree (execution_time)
    CREATE INDEX scheduled_tasks_heartbeat ON kernel.scheduled_tasks USING btree (last_heartbeat)

sequence kernel.node

function kernel.add_event_partitions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$

function kernel.current_shop()
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('wanqu.shop'::text, true), ''::text))::bigint

function kernel.drop_event_partitions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
    loop
        execute format('select exists (select 1 from kernel.%I where xid > (select min(xid::text::numeric)::text::xid8 from kernel.event_cursor))', part)
           into unread;
        if not unread then
            execute format('drop table kernel.%I', part);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $function$

function kernel.guard_shop(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy own_shop on %s to wanqu_shop using (shop_id = (select kernel.current_shop()))', guarded);
    execute format('grant select, insert, update, delete on %s to wanqu_shop', guarded);
    execute format('grant usage on schema %s to wanqu_shop',
                   (select relnamespace::regnamespace from pg_class where oid = guarded));
end $function$
