-- People as mini programs know them: by numbers that are the person's own, and are kept as keyed hashes alone.
create table identity.program_person (
    program    text        not null check (length(program) between 1 and 40),
    openid     bytea       not null check (length(openid) = 16),
    unionid    bytea       check (length(unionid) = 16),
    account_id bigint      not null references identity.account (id),
    first_at   timestamptz not null,
    primary key (program, openid)
);

create index program_person_unionid on identity.program_person (unionid) where unionid is not null;
create index program_person_account on identity.program_person (account_id);
