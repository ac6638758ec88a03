-- People. What says who they are is sealed with the platform's key and found by keyed hash; accounts belong to no shop.
create table identity.account (
    id         bigint      primary key,
    name       bytea       not null,
    mail       bytea,
    mail_hash  bytea       unique check (length(mail_hash) = 16),
    phone      bytea,
    phone_hash bytea       unique check (length(phone_hash) = 16),
    password   text        check (password like '$argon2id$%'),
    state      text        not null default 'active' check (state in ('active', 'closed')),
    created_at timestamptz not null default now(),
    check ((mail is null) = (mail_hash is null)),
    check ((phone is null) = (phone_hash is null))
);
