-- How long after delivery a buyer may complain; the pool's own time counts before the product's.
create table aftersale.warranty (
    shop_id    bigint      not null,
    subject    text        not null check (subject in ('pool', 'product')),
    subject_id bigint      not null,
    hours      int         not null check (hours between 0 and 87600),
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (shop_id, subject, subject_id)
);

select kernel.guard_shop('aftersale.warranty');
