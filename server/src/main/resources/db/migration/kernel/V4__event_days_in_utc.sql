-- A session brings the time zone of its machine with it. Days that are cut in two zones overlap, so they are cut in one.
create or replace function kernel.add_event_partitions(days int) returns int
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

-- A cursor in the middle of a transaction still has the rest of it to read.
create or replace function kernel.drop_event_partitions(days int) returns int
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
