-- Lines that a person hands over, because a channel has no way for it.
alter table channel.write_back
    drop constraint write_back_verb_check,
    drop constraint write_back_state_check,
    add column done_by text,
    add constraint write_back_verb_check check (verb in ('deliver', 'give_up', 'hand_over')),
    add constraint write_back_state_check check (state in ('due', 'by_hand', 'done', 'failed', 'refused'));

create index write_back_by_hand on channel.write_back (shop_id, channel_id, made_at) where state = 'by_hand';
create index write_back_ended on channel.write_back (done_at) where state = 'done';
create index alert_closed on channel.alert (closed_at) where closed_at is not null;
