-- What was decided and why: the facts as they were, the rules that fired. A plain permission may stand for several (weight).
create table risk.decision (
    shop_id     bigint      not null,
    decision_id bigint      not null,
    at          timestamptz not null,
    act         text        not null,
    subject     bigint      not null,
    channel_id  bigint      not null,
    profile     text        not null,
    versions    text        not null,
    outcome     text        not null check (outcome in ('allow', 'challenge', 'hold', 'refuse')),
    score       int         not null,
    weight      int         not null check (weight > 0),
    fired       text[]      not null,
    facts       jsonb       not null,
    person      bigint,
    device      bigint,
    address     bigint,
    range       bigint,
    payer       bigint,
    primary key (shop_id, decision_id)
);

create index decision_subject on risk.decision (shop_id, subject);
create index decision_at on risk.decision using brin (at);
create index decision_strict on risk.decision (shop_id, decision_id) where outcome <> 'allow';

select kernel.guard_shop('risk.decision');
revoke insert, update, delete on risk.decision from wanqu_shop;
