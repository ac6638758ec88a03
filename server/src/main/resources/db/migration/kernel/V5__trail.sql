-- Who did what. Subjects are written kind:id; before and after hold what changed, without secrets and personal fields.
create table kernel.trail (
    shop_id     bigint      not null,
    entry_id    bigint      not null,
    xid         bigint      not null default (pg_current_xact_id()::text::bigint),
    at          timestamptz not null default now(),
    actor       text        not null,
    actor_name  text        not null,
    action      text        not null,
    subject     text        not null,
    route       text        not null,
    request     text        not null,
    address     text        not null,
    idempotency text        not null,
    outcome     text        not null,
    before      text        not null,
    after       text        not null,
    primary key (shop_id, entry_id)
);

create index trail_subject on kernel.trail (shop_id, subject, entry_id);
create index trail_actor on kernel.trail (shop_id, actor, entry_id);
create index trail_entry on kernel.trail (entry_id);
create index trail_xid on kernel.trail using brin (xid) with (pages_per_range = 16, autosummarize = on);

create function kernel.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'the trail is append-only: what was done stays written down';
end $$;

create trigger append_only before update or delete on kernel.trail
    for each statement execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.trail
    for each statement execute function kernel.refuse_change();

select kernel.guard_shop('kernel.trail');
revoke update, delete on kernel.trail from wanqu_shop;

-- A link seals some entries of a shop: hash = SHA-256 (previous || copy). The copy is what was sealed, byte for byte.
create table kernel.trail_chain (
    shop_id   bigint      not null,
    seq       int         not null check (seq > 0),
    entries   bigint[]    not null check (cardinality(entries) > 0),
    copy      bytea       not null,
    previous  bytea       not null check (length(previous) = 32),
    hash      bytea       not null check (length(hash) = 32),
    sealed_at timestamptz not null default now(),
    primary key (shop_id, seq)
);

create trigger append_only before update or delete on kernel.trail_chain
    for each statement execute function kernel.refuse_change();
create trigger never_emptied before truncate on kernel.trail_chain
    for each statement execute function kernel.refuse_change();

select kernel.guard_shop('kernel.trail_chain');
revoke insert, update, delete on kernel.trail_chain from wanqu_shop;

-- Everything below this transaction id is sealed.
create table kernel.trail_sealer (
    id       boolean     primary key default true check (id),
    below    bigint      not null default 0,
    moved_at timestamptz not null default now()
);

insert into kernel.trail_sealer (id) values (true);

-- A session of a shop may know how far the seal has come, and nothing else of that table.
create function kernel.trail_sealed_below() returns bigint
    language sql stable security definer set search_path = kernel, pg_temp
    return (select trail_sealer.below from kernel.trail_sealer);
