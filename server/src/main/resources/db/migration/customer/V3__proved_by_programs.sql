-- Who signs in from a mini program has proved the numbers by which its platform knows him. Unlike a phone number they stand
-- on no order, so their values are kept with the proof, sealed with the platform's key, for the shops he will buy in.
alter table customer.proof
    drop constraint proof_kind_check,
    add constraint proof_kind_check check (kind in ('phone', 'mail', 'openid', 'unionid')),
    add column sign_id bigint,
    add column realm text,
    add column sealed bytea,
    add constraint values_of_programs_are_kept check ((kind in ('openid', 'unionid')) = (sign_id is not null and realm is not null and sealed is not null));

create unique index proof_sign on customer.proof (sign_id) where sign_id is not null;

alter table customer.link
    drop constraint link_rule_check,
    add constraint link_rule_check check (rule in ('order', 'account', 'suggestion', 'staff'));
