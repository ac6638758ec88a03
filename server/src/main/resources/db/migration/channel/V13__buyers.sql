-- What a channel tells of a buyer, sealed; kept until he is recognised, or for the time that the rules give it.
alter table channel.external_order add column buyer bytea;

create index external_order_buyer on channel.external_order (read_at) where buyer is not null;
