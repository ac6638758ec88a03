-- Their table once more, without a key, an index or a check.
create schema if not exists floor;
create table floor.copied (like vault.card);
checkpoint;
