-- How far a payment has come, and how much of its money went back. What is being returned is counted before the rail is
-- asked, so that no two clerks together can return more than was paid.
alter table payment.payment
    drop constraint payment_state_check,
    add constraint payment_state_check
        check (state in ('init', 'pending', 'succeeded', 'failed', 'unknown', 'closed', 'refunding', 'partly_refunded', 'refunded',
                         'charged_back')),
    add column account_id         bigint not null default 0,
    add column returning_minor    bigint not null default 0,
    add column returned_minor     bigint not null default 0,
    add column charged_back_minor bigint not null default 0,
    add constraint returned_within_paid check (0 <= returned_minor and returned_minor <= returning_minor and returning_minor <= amount_minor),
    add constraint charged_back_within_paid check (charged_back_minor between 0 and amount_minor),
    add constraint returned_means_paid check (returning_minor = 0 or state in ('refunding', 'partly_refunded', 'refunded', 'charged_back')),
    add constraint charged_back_is_said check ((charged_back_minor > 0) = (state = 'charged_back'));

alter table payment.refund
    drop constraint refund_state_check,
    add constraint refund_state_check check (state in ('due', 'processing', 'succeeded', 'failed', 'abandoned')),
    add column transaction text,
    add column why text,
    add column asked_by text not null default 'the shop''s own rules';

drop index payment.refund_due;
create index refund_due on payment.refund (due_at) where state in ('due', 'processing');
create index refund_subject on payment.refund (shop_id, subject);
create index refund_failed on payment.refund (shop_id, refund_id) where state = 'failed';

-- One reason returns money once; after a person gave a refund up, it may be asked for anew.
drop index payment.refund_once;
create unique index refund_once on payment.refund (shop_id, payment_id, reason) where state <> 'abandoned';

-- What a paid payment is called when so much of it is being returned, was returned, or was taken back by the bank.
create function payment.paid_state(amount bigint, returning_now bigint, returned bigint, charged_back bigint) returns text
    language sql immutable
    return case when charged_back > 0 then 'charged_back'
                when returning_now > returned then 'refunding'
                when returned = 0 then 'succeeded'
                when returned = amount then 'refunded'
                else 'partly_refunded'
           end;
