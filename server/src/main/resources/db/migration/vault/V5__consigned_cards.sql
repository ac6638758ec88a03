-- Cards that lie at a channel before they are sold; the holder is the consignment.
alter table vault.card
    drop constraint card_state_check,
    drop constraint card_check2,
    add constraint card_state_check check (state in ('available', 'chosen', 'consigned', 'delivered', 'void')),
    add constraint card_check2 check ((state in ('available', 'chosen', 'consigned')) = (uses_left > 0)),
    add constraint card_consigned_check check (state <> 'consigned' or (holder is not null and uses_max = 1));

create index card_consigned on vault.card (shop_id, holder) where state = 'consigned';
