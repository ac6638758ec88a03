-- A picture of a shop, named by what it shows. The first upload counts; the same picture again is the same row.
create table media.picture (
    shop_id      bigint      not null,
    hash         text        not null check (hash ~ '^[0-9a-f]{64}$'),
    width        int         not null check (width between 1 and 1600),
    height       int         not null check (height between 1 and 16000),
    type         text        not null check (type in ('jpeg', 'png')),
    bytes        bigint      not null check (bytes > 0),
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null default now(),
    -- Since when nothing shows it; what shows it stands in media.usage.
    unused_since timestamptz default now(),
    primary key (shop_id, hash)
);

select kernel.guard_shop('media.picture');

-- Addresses name the picture alone.
create index picture_hash on media.picture (hash);
create index picture_unused on media.picture (unused_since) where unused_since is not null;

create table media.rendition (
    shop_id bigint not null,
    hash    text   not null,
    width   int    not null check (width between 1 and 1600),
    body    bytea  not null,
    primary key (shop_id, hash, width),
    foreign key (shop_id, hash) references media.picture (shop_id, hash) on delete cascade
);

-- Pictures are compressed already.
alter table media.rendition alter column body set storage external;

select kernel.guard_shop('media.rendition');

-- What shows a picture. As long as a row is here the picture can't go, whatever the cleaning does.
create table media.usage (
    shop_id bigint not null,
    place   text   not null check (place ~ '^[a-z]+$'),
    subject bigint not null,
    hash    text   not null,
    primary key (shop_id, place, subject, hash),
    foreign key (shop_id, hash) references media.picture (shop_id, hash)
);

select kernel.guard_shop('media.usage');

create index usage_of_picture on media.usage (shop_id, hash);
