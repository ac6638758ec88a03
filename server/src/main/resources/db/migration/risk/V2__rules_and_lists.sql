-- Every version of a profile's rules; the highest is in force. Those of the platform (shop 0) hold for every shop.
create table risk.rule_set (
    shop_id    bigint      not null,
    profile    text        not null,
    version    bigint      not null check (version > 0),
    rules      jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (shop_id, profile, version)
);

select kernel.guard_shop('risk.rule_set');
revoke update, delete on risk.rule_set from wanqu_shop;

-- Who is always let through, and who never; the hint is what a person may see of it.
create table risk.listed (
    shop_id   bigint      not null,
    entry_id  bigint      not null,
    list      text        not null check (list in ('allow', 'deny')),
    dimension text        not null check (dimension in ('person', 'device', 'address', 'range', 'payer')),
    key       bigint      not null,
    hint      text        not null,
    reason    text        not null,
    added_by  text        not null,
    added_at  timestamptz not null default now(),
    ends_at   timestamptz,
    primary key (shop_id, entry_id)
);

create unique index listed_once on risk.listed (shop_id, list, dimension, key);

select kernel.guard_shop('risk.listed');
revoke update on risk.listed from wanqu_shop;
