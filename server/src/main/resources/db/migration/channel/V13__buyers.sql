-- What a channel tells of a buyer, sealed; kept until he is recognised, or for the time that the rules give it. No index names
-- it, so that letting it go changes the row in place: that happens for every order, the search for left-overs a few times a day.
alter table channel.external_order add column buyer bytea;
