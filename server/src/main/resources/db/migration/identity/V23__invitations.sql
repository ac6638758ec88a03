-- Links by which people come to work for a shop: each opens once, and only for a while.
create table identity.invitation (
    shop_id       bigint      not null,
    invitation_id bigint      not null,
    secret        bytea       not null check (length(secret) = 32),
    sent_to       text        not null,
    role          text        not null,
    channels      bigint[]    check (cardinality(channels) > 0),
    invited_by    text        not null,
    inviter       bigint,
    state         text        not null default 'open' check (state in ('open', 'accepted', 'withdrawn')),
    made_at       timestamptz not null default now(),
    until         timestamptz not null,
    account_id    bigint,
    ended_at      timestamptz,
    primary key (shop_id, invitation_id),
    check ((state = 'open') = (ended_at is null)),
    check ((state = 'accepted') = (account_id is not null))
);

create unique index invitation_secret on identity.invitation (secret);

select kernel.guard_shop('identity.invitation');
