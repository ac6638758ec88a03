-- A leak of personal data or the suspicion of one, and the clocks that run from the moment it is known.
create table privacy.incident (
    incident_id      bigint      primary key,
    title            text        not null,
    description      bytea       not null,
    known_at         timestamptz not null,
    opened_by        text        not null,
    investigate_by   timestamptz not null,
    publish_by       timestamptz not null,
    compensate_by    timestamptz not null,
    investigated_at  timestamptz,
    published_at     timestamptz,
    compensated_at   timestamptz,
    ended_at         timestamptz,
    constraint clocks_run_in_order check (known_at < investigate_by and investigate_by < publish_by and publish_by < compensate_by)
);

create index incident_open on privacy.incident (incident_id) where ended_at is null;

create table privacy.incident_step (
    incident_id bigint      not null references privacy.incident (incident_id),
    step_id     bigint      not null,
    kind        text        not null check (kind in ('opened', 'note', 'investigated', 'affected', 'published', 'compensated', 'overdue', 'ended')),
    words       text        not null,
    by_name     text        not null,
    at          timestamptz not null,
    primary key (incident_id, step_id)
);

-- Each clock is called out once.
create unique index incident_overdue_once on privacy.incident_step (incident_id, words) where kind = 'overdue';

create table privacy.publication (
    incident_id  bigint      not null references privacy.incident (incident_id),
    version      int         not null,
    text_zh      text        not null,
    text_en      text        not null,
    by_name      text        not null,
    published_at timestamptz not null,
    primary key (incident_id, version)
);

-- Whom it touches, and what he was promised; a promise stands until there is something to give.
create table privacy.affected (
    shop_id      bigint      not null,
    incident_id  bigint      not null references privacy.incident (incident_id),
    customer_id  bigint      not null,
    account_id   bigint,
    found_by     text        not null,
    promise      text,
    amount_minor bigint,
    currency     char(3),
    promised_at  timestamptz,
    kept_at      timestamptz,
    primary key (shop_id, incident_id, customer_id),
    constraint promise_has_time check ((promise is null) = (promised_at is null)),
    constraint kept_was_promised check (kept_at is null or promised_at is not null)
);

create index affected_of_incident on privacy.affected (incident_id, customer_id);
create index affected_account on privacy.affected (account_id) where account_id is not null;

select kernel.guard_shop('privacy.affected');
revoke insert, update, delete on privacy.affected from wanqu_shop;

create function privacy.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger incident_step_is_append_only before update or delete on privacy.incident_step
    for each row execute function privacy.refuse_change();
create trigger publication_is_append_only before update or delete on privacy.publication
    for each row execute function privacy.refuse_change();
