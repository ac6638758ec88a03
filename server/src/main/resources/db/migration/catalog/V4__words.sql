-- What products are found by: their words in one spelling, and a number for every letter and pair of letters in them. The shop is
-- in each number, so that one index serves all shops and needs no extension of the database.
create table catalog.product_words (
    shop_id    bigint   not null,
    product_id bigint   not null,
    title      text     not null,
    words      text     not null,
    grams      bigint[] not null,
    primary key (shop_id, product_id),
    foreign key (shop_id, product_id) references catalog.product (shop_id, id)
);

select kernel.guard_shop('catalog.product_words');

create index words_by_grams on catalog.product_words using gin (grams);
