create table kernel.key_rotation (
    shop_id    bigint      primary key,
    state      text        not null check (state in ('adding', 'added', 'promoted', 'done')),
    old_key    int         not null,
    new_key    int         not null,
    changed_at timestamptz not null
);
