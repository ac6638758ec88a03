-- A chat names a person, so it is sealed like every contact, and so is what is said in it.
delete from storefront.bot_message;
delete from storefront.bot_order;

alter table storefront.bot_order
    drop column chat_id,
    add column chat bytea not null,
    add column ordered_at timestamptz not null default now();

alter table storefront.bot_message
    drop column body,
    add column body bytea not null;

create index bot_order_at on storefront.bot_order (ordered_at);
