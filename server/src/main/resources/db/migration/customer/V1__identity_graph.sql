-- A customer is what one strong sign names: a phone number, a mail address, a name that a channel gave its buyer. Customers
-- that are linked are one person; he is called by the oldest of them. Nothing of a customer moves when he is linked, so
-- nothing has to be moved back.
create table customer.customer (
    shop_id     bigint      not null,
    customer_id bigint      not null,
    person_id   bigint      not null,
    key         bytea,
    made_at     timestamptz not null,
    erased_at   timestamptz,
    primary key (shop_id, customer_id),
    constraint person_is_the_oldest check (person_id <= customer_id),
    constraint erased_has_no_key check (erased_at is null or key is null)
);

create index customer_of_person on customer.customer (shop_id, person_id, customer_id);
create index customer_linked on customer.customer (shop_id, customer_id) where person_id <> customer_id;

select kernel.guard_shop('customer.customer');

-- What speaks for a customer. The value is sealed with the customer's own key, which is destroyed when he is erased.
create table customer.evidence (
    shop_id       bigint      not null,
    evidence_id   bigint      not null,
    customer_id   bigint      not null,
    kind          text        not null check (kind in ('phone', 'phone_mask', 'mail', 'openid', 'unionid', 'buyer_open_uid', 'oaid',
                                                       'device', 'login', 'chat', 'contact')),
    realm         text        not null,
    strong        boolean     not null,
    hash          bytea       not null check (octet_length(hash) = 16),
    sealed        bytea       not null,
    source        text        not null check (source in ('order', 'channel', 'account', 'staff')),
    confidence    int         not null check (confidence between 0 and 100),
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (shop_id, evidence_id),
    foreign key (shop_id, customer_id) references customer.customer (shop_id, customer_id)
) with (fillfactor = 80);

create unique index evidence_names_one on customer.evidence (shop_id, kind, hash) where strong;
create unique index evidence_of_customer on customer.evidence (shop_id, customer_id, kind, hash);
create index evidence_shared on customer.evidence (shop_id, kind, hash) where not strong;
-- An account proves a number once, for all shops.
create index evidence_anywhere on customer.evidence (hash) where strong;
create index evidence_last_seen on customer.evidence (last_seen_at);

select kernel.guard_shop('customer.evidence');

-- Who is one person with whom. A link is never deleted: what was undone stays, and is not made again by a rule.
create table customer.link (
    shop_id   bigint      not null,
    link_id   bigint      not null,
    low       bigint      not null,
    high      bigint      not null,
    made_by   text        not null,
    rule      text        not null check (rule in ('order', 'suggestion', 'staff')),
    order_id  bigint,
    moved     bigint[]    not null,
    made_at   timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    primary key (shop_id, link_id),
    foreign key (shop_id, low) references customer.customer (shop_id, customer_id),
    foreign key (shop_id, high) references customer.customer (shop_id, customer_id),
    constraint one_pair_one_way check (low < high),
    constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);

create unique index link_once on customer.link (shop_id, low, high) where undone_at is null;
create index link_low on customer.link (shop_id, low);
create index link_high on customer.link (shop_id, high);

select kernel.guard_shop('customer.link');

create table customer.suggestion (
    shop_id       bigint      not null,
    suggestion_id bigint      not null,
    low           bigint      not null,
    high          bigint      not null,
    kind          text        not null,
    state         text        not null default 'open' check (state in ('open', 'accepted', 'refused')),
    made_at       timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    primary key (shop_id, suggestion_id),
    foreign key (shop_id, low) references customer.customer (shop_id, customer_id),
    foreign key (shop_id, high) references customer.customer (shop_id, customer_id),
    constraint suggested_one_way check (low < high),
    constraint decided_by_somebody check ((state = 'open') = (decided_by is null))
);

create unique index suggestion_once on customer.suggestion (shop_id, low, high);
create index suggestion_high on customer.suggestion (shop_id, high);
create index suggestion_open on customer.suggestion (shop_id, suggestion_id) where state = 'open';

select kernel.guard_shop('customer.suggestion');

create table customer.sale (
    shop_id     bigint      not null,
    order_id    bigint      not null,
    customer_id bigint      not null,
    channel_id  bigint      not null,
    placed_at   timestamptz not null,
    primary key (shop_id, order_id),
    foreign key (shop_id, customer_id) references customer.customer (shop_id, customer_id)
);

create index sale_of_customer on customer.sale (shop_id, customer_id, order_id);

select kernel.guard_shop('customer.sale');

-- What an account has proved to be his, for all shops.
create table customer.proof (
    account_id bigint      not null,
    kind       text        not null check (kind in ('phone', 'mail')),
    hash       bytea       not null check (octet_length(hash) = 16),
    proved_at  timestamptz not null,
    primary key (kind, hash)
);

create index proof_of_account on customer.proof (account_id);

-- Whose a customer is: the account that proved his sign.
create table customer.claim (
    shop_id     bigint      not null,
    customer_id bigint      not null,
    account_id  bigint      not null,
    claimed_at  timestamptz not null,
    primary key (shop_id, customer_id),
    foreign key (shop_id, customer_id) references customer.customer (shop_id, customer_id)
);

create index claim_of_account on customer.claim (account_id);

select kernel.guard_shop('customer.claim');
