-- What all migrations together make; written and compared by SchemaTest.

table aftersale.buyer_case
    shop_id bigint not null
    case_id bigint not null
    order_id bigint not null
    line integer not null
    pool_id bigint not null
    kind text not null
    units integer[] not null
    asked_minor bigint not null
    currency character(3) not null
    state text not null
    outcome text
    granted_minor bigint not null default 0
    decided_by text
    excluded text not null default ''::text
    opened_at timestamp with time zone not null
    deadline timestamp with time zone
    ended_at timestamp with time zone
    buyer_case_asked_minor_check CHECK ((asked_minor >= 0))
    buyer_case_check CHECK (((granted_minor >= 0) AND (granted_minor <= asked_minor)))
    buyer_case_decided_by_check CHECK ((decided_by = ANY (ARRAY['buyer'::text, 'shop'::text, 'operator'::text, 'clock'::text])))
    buyer_case_kind_check CHECK ((kind = ANY (ARRAY['refund'::text, 'exchange'::text, 'partial'::text])))
    buyer_case_outcome_check CHECK ((outcome = ANY (ARRAY['refunded'::text, 'exchanged'::text, 'compensated'::text, 'for_shop'::text, 'withdrawn'::text])))
    buyer_case_state_check CHECK ((state = ANY (ARRAY['opened'::text, 'refused'::text, 'escalated'::text, 'agreed'::text, 'ended'::text])))
    buyer_case_units_check CHECK ((cardinality(units) > 0))
    ended_has_outcome CHECK (((state = 'ended'::text) = ((outcome IS NOT NULL) AND (ended_at IS NOT NULL) AND (decided_by IS NOT NULL))))
    open_has_deadline CHECK (((state = 'ended'::text) = (deadline IS NULL)))
    buyer_case_pkey PRIMARY KEY (shop_id, case_id)
    CREATE INDEX case_due ON aftersale.buyer_case USING btree (deadline) WHERE (deadline IS NOT NULL)
    CREATE INDEX case_ended ON aftersale.buyer_case USING btree (ended_at) WHERE (ended_at IS NOT NULL)
    CREATE INDEX case_order ON aftersale.buyer_case USING btree (shop_id, order_id)
    CREATE UNIQUE INDEX one_open_case ON aftersale.buyer_case USING btree (shop_id, order_id) WHERE (deadline IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.compensation
    shop_id bigint not null
    case_id bigint not null
    amount_minor bigint not null
    recovered_minor bigint not null default 0
    currency character(3) not null
    paid_at timestamp with time zone not null
    compensation_amount_minor_check CHECK ((amount_minor > 0))
    compensation_check CHECK (((recovered_minor >= 0) AND (recovered_minor <= amount_minor)))
    compensation_shop_id_case_id_fkey FOREIGN KEY (shop_id, case_id) REFERENCES aftersale.buyer_case(shop_id, case_id)
    compensation_pkey PRIMARY KEY (shop_id, case_id)
    CREATE INDEX compensation_day ON aftersale.compensation USING btree (paid_at)
    CREATE INDEX compensation_owed ON aftersale.compensation USING btree (paid_at) WHERE (recovered_minor < amount_minor)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.defect
    shop_id bigint not null
    case_id bigint not null
    unit integer not null
    pool_id bigint not null
    card_id bigint not null
    batch_id bigint not null
    supplier text not null
    cost_minor bigint not null
    currency character(3) not null
    claim_id bigint
    at timestamp with time zone not null
    defect_cost_minor_check CHECK ((cost_minor >= 0))
    defect_shop_id_case_id_fkey FOREIGN KEY (shop_id, case_id) REFERENCES aftersale.buyer_case(shop_id, case_id)
    defect_pkey PRIMARY KEY (shop_id, case_id, unit)
    CREATE INDEX defect_batch ON aftersale.defect USING btree (shop_id, batch_id)
    CREATE INDEX defect_claim ON aftersale.defect USING btree (shop_id, supplier) WHERE (claim_id IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.fund_terms
    terms_id bigint not null
    currency character(3) not null
    per_case_minor bigint not null
    per_day_minor bigint not null
    from_at timestamp with time zone not null
    made_by text not null
    made_at timestamp with time zone not null default now()
    fund_terms_per_case_minor_check CHECK ((per_case_minor >= 0))
    fund_terms_per_day_minor_check CHECK ((per_day_minor >= 0))
    fund_terms_pkey PRIMARY KEY (terms_id)

table aftersale.message
    shop_id bigint not null
    message_id bigint not null
    case_id bigint not null
    author text not null
    by_name text not null
    kind text not null
    body bytea not null
    at timestamp with time zone not null
    message_author_check CHECK ((author = ANY (ARRAY['buyer'::text, 'shop'::text, 'operator'::text, 'clock'::text])))
    message_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'evidence'::text, 'step'::text])))
    message_shop_id_case_id_fkey FOREIGN KEY (shop_id, case_id) REFERENCES aftersale.buyer_case(shop_id, case_id)
    message_pkey PRIMARY KEY (shop_id, message_id)
    CREATE INDEX message_case ON aftersale.message USING btree (shop_id, case_id, message_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.reputation
    shop_id bigint not null
    day date not null
    formula integer not null
    orders bigint not null
    refunded bigint not null
    p95_seconds bigint not null
    defective bigint not null
    lost bigint not null
    score integer not null
    level text not null
    counted_at timestamp with time zone not null
    reputation_level_check CHECK ((level = ANY (ARRAY['new'::text, 'gold'::text, 'good'::text, 'fair'::text, 'watch'::text])))
    reputation_score_check CHECK (((score >= 0) AND (score <= 100)))
    reputation_pkey PRIMARY KEY (shop_id, day)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.supplier_claim
    shop_id bigint not null
    claim_id bigint not null
    supplier text not null
    units integer not null
    amount_minor bigint not null
    currency character(3) not null
    state text not null
    made_by text not null
    made_at timestamp with time zone not null
    ended_at timestamp with time zone
    ended_has_time CHECK (((state = 'claimed'::text) = (ended_at IS NULL)))
    supplier_claim_amount_minor_check CHECK ((amount_minor > 0))
    supplier_claim_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'paid'::text, 'written_off'::text])))
    supplier_claim_units_check CHECK ((units > 0))
    supplier_claim_pkey PRIMARY KEY (shop_id, claim_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table aftersale.warranty
    shop_id bigint not null
    subject text not null
    subject_id bigint not null
    hours integer not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    warranty_hours_check CHECK (((hours >= 0) AND (hours <= 87600)))
    warranty_subject_check CHECK ((subject = ANY (ARRAY['pool'::text, 'product'::text])))
    warranty_pkey PRIMARY KEY (shop_id, subject, subject_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.category
    shop_id bigint not null
    id bigint not null
    parent_id bigint
    level integer not null
    parent_level integer generated 
CASE
    WHEN (parent_id IS NULL) THEN NULL::integer
    ELSE 1
END
    slug text not null
    name text not null
    picture text
    position integer not null default 0
    created_at timestamp with time zone not null default now()
    changed_at timestamp with time zone not null default now()
    category_level_check CHECK ((level = ANY (ARRAY[1, 2])))
    category_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
    category_picture_check CHECK ((picture ~ '^[0-9a-f]{64}$'::text))
    category_slug_check CHECK (((slug ~ '^[a-z0-9](-?[a-z0-9])*$'::text) AND (length(slug) <= 60)))
    level_follows_parent CHECK (((parent_id IS NULL) = (level = 1)))
    category_shop_id_parent_id_parent_level_fkey FOREIGN KEY (shop_id, parent_id, parent_level) REFERENCES catalog.category(shop_id, id, level)
    category_pkey PRIMARY KEY (shop_id, id)
    category_shop_id_id_level_key UNIQUE (shop_id, id, level)
    CREATE INDEX category_of_parent ON catalog.category USING btree (shop_id, parent_id, parent_level)
    CREATE UNIQUE INDEX category_slug ON catalog.category USING btree (shop_id, slug)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.product
    shop_id bigint not null
    id bigint not null
    title text not null
    description text not null
    state text not null
    created_at timestamp with time zone not null default now()
    changed_at timestamp with time zone not null default now()
    how_to_use text not null default ''::text
    warranty text not null default ''::text
    tags text[] not null default '{}'::text[]
    weight integer not null default 0
    price_minor bigint not null default 0
    sold bigint not null default 0
    product_description_check CHECK ((length(description) <= 20000))
    product_how_to_use_check CHECK ((length(how_to_use) <= 10000))
    product_price_minor_check CHECK ((price_minor >= 0))
    product_sold_check CHECK ((sold >= 0))
    product_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'on'::text, 'off'::text])))
    product_tags_check CHECK ((cardinality(tags) <= 20))
    product_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
    product_warranty_check CHECK ((length(warranty) <= 2000))
    product_weight_check CHECK (((weight >= '-1000000'::integer) AND (weight <= 1000000)))
    product_pkey PRIMARY KEY (shop_id, id)
    CREATE INDEX product_by_price ON catalog.product USING btree (shop_id, price_minor, id) WHERE (state = 'on'::text)
    CREATE INDEX product_by_sales ON catalog.product USING btree (shop_id, sold, id) WHERE (state = 'on'::text)
    CREATE INDEX product_of_state ON catalog.product USING btree (shop_id, state, id DESC)
    CREATE INDEX product_on ON catalog.product USING btree (shop_id, id DESC) WHERE (state = 'on'::text)
    CREATE INDEX product_recommended ON catalog.product USING btree (shop_id, weight, id) WHERE (state = 'on'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.product_category
    shop_id bigint not null
    product_id bigint not null
    category_id bigint not null
    product_category_shop_id_category_id_fkey FOREIGN KEY (shop_id, category_id) REFERENCES catalog.category(shop_id, id)
    product_category_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES catalog.product(shop_id, id)
    product_category_pkey PRIMARY KEY (shop_id, product_id, category_id)
    CREATE INDEX products_of_category ON catalog.product_category USING btree (shop_id, category_id, product_id DESC)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.product_picture
    shop_id bigint not null
    product_id bigint not null
    position integer not null
    hash text not null
    alt text not null
    product_picture_alt_check CHECK ((length(alt) <= 200))
    product_picture_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
    product_picture_position_check CHECK ((("position" >= 0) AND ("position" <= 29)))
    product_picture_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES catalog.product(shop_id, id)
    product_picture_pkey PRIMARY KEY (shop_id, product_id, "position")
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.product_words
    shop_id bigint not null
    product_id bigint not null
    title text not null
    words text not null
    grams bigint[] not null
    product_words_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES catalog.product(shop_id, id)
    product_words_pkey PRIMARY KEY (shop_id, product_id)
    CREATE INDEX words_by_grams ON catalog.product_words USING gin (grams)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table catalog.sku
    shop_id bigint not null
    id bigint not null
    product_id bigint not null
    pool_id bigint not null
    title text not null
    unit_minor bigint not null
    currency text not null
    state text not null
    per_order_max integer not null
    chooseable boolean not null
    created_at timestamp with time zone not null default now()
    changed_at timestamp with time zone not null default now()
    compare_minor bigint
    sku_compare_minor_check CHECK (((compare_minor >= 1) AND (compare_minor <= '1000000000000'::bigint)))
    sku_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
    sku_per_order_max_check CHECK (((per_order_max >= 1) AND (per_order_max <= 1000)))
    sku_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
    sku_title_check CHECK ((length(title) <= 80))
    sku_unit_minor_check CHECK (((unit_minor >= 1) AND (unit_minor <= '1000000000000'::bigint)))
    sku_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES catalog.product(shop_id, id)
    sku_pkey PRIMARY KEY (shop_id, id)
    CREATE INDEX sku_by_id ON catalog.sku USING btree (id)
    CREATE INDEX sku_of_pool ON catalog.sku USING btree (shop_id, pool_id)
    CREATE INDEX sku_of_product ON catalog.sku USING btree (shop_id, product_id, id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.agreement_waiver
    shop_id bigint not null
    agreement_id bigint not null
    sku_id bigint not null
    price_minor bigint not null
    reason text not null
    waived_by text not null
    waived_at timestamp with time zone not null
    agreement_waiver_shop_id_agreement_id_fkey FOREIGN KEY (shop_id, agreement_id) REFERENCES channel.price_agreement(shop_id, agreement_id)
    agreement_waiver_pkey PRIMARY KEY (shop_id, agreement_id, sku_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.alert
    shop_id bigint not null
    alert_id bigint not null
    channel_id bigint not null
    code text not null
    subject text not null
    detail text not null
    count bigint not null default 1
    first_at timestamp with time zone not null
    last_at timestamp with time zone not null
    closed_at timestamp with time zone
    alert_pkey PRIMARY KEY (shop_id, alert_id)
    CREATE INDEX alert_closed ON channel.alert USING btree (closed_at) WHERE (closed_at IS NOT NULL)
    CREATE UNIQUE INDEX alert_open ON channel.alert USING btree (shop_id, channel_id, code, subject) WHERE (closed_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.call_budget
    kind text not null
    app_key text not null
    free_at timestamp with time zone not null
    call_budget_pkey PRIMARY KEY (kind, app_key)

table channel.channel
    shop_id bigint not null
    channel_id bigint not null
    kind text not null
    name text not null
    state text not null default 'draft'::text
    base_uri text not null
    app_key text not null
    app_secret bytea not null
    external_shop text not null
    version bigint not null default 1
    access_token bytea
    refresh_token bytea
    access_ends_at timestamp with time zone
    refresh_ends_at timestamp with time zone
    refresh_due_at timestamp with time zone
    token_version bigint not null default 1
    refreshing_until timestamp with time zone
    orders_until timestamp with time zone
    deep_due_at timestamp with time zone not null default '-infinity'::timestamp with time zone
    poll_due_at timestamp with time zone not null default '-infinity'::timestamp with time zone
    polling_until timestamp with time zone
    failures integer not null default 0
    resume_at timestamp with time zone
    last_error text
    last_error_at timestamp with time zone
    made_at timestamp with time zone not null default now()
    more bytea
    feeder bigint
    feeding_until timestamp with time zone
    feed_due_at timestamp with time zone not null default '-infinity'::timestamp with time zone
    feed_failures integer not null default 0
    last_success_at timestamp with time zone
    channel_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'on'::text, 'paused'::text, 'needs_authorisation'::text])))
    channel_pkey PRIMARY KEY (shop_id, channel_id)
    channel_shop_id_kind_external_shop_key UNIQUE (shop_id, kind, external_shop)
    CREATE INDEX channel_app ON channel.channel USING btree (kind, app_key, external_shop)
    CREATE INDEX channel_poll ON channel.channel USING btree (poll_due_at) WHERE (state = 'on'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.consigned_sale
    shop_id bigint not null
    channel_id bigint not null
    external_order text not null
    external_line text not null
    consigned_sale_pkey PRIMARY KEY (shop_id, channel_id, external_order, external_line)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.consignment
    shop_id bigint not null
    consignment_id bigint not null
    channel_id bigint not null
    external_product text not null
    external_sku text not null
    pool_id bigint not null
    quantity integer not null
    recalled integer not null default 0
    state text not null default 'due'::text
    attempts integer not null default 0
    due_at timestamp with time zone not null
    last_code text
    made_by text not null
    made_at timestamp with time zone not null
    consignment_check CHECK (((recalled >= 0) AND (recalled <= quantity)))
    consignment_quantity_check CHECK ((quantity > 0))
    consignment_state_check CHECK ((state = ANY (ARRAY['due'::text, 'handed'::text, 'refused'::text, 'recalled'::text])))
    consignment_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    consignment_pkey PRIMARY KEY (shop_id, consignment_id)
    CREATE INDEX consignment_of ON channel.consignment USING btree (shop_id, channel_id, due_at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.content_template
    shop_id bigint not null
    template_id bigint not null
    name text not null
    content jsonb not null
    version bigint not null default 1
    changed_by text not null
    changed_at timestamp with time zone not null
    content_template_pkey PRIMARY KEY (shop_id, template_id)
    content_template_shop_id_name_key UNIQUE (shop_id, name)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.credit
    shop_id bigint not null
    channel_id bigint not null
    limit_minor bigint not null
    used_minor bigint not null default 0
    credit_limit_minor_check CHECK ((limit_minor >= 0))
    credit_used_minor_check CHECK ((used_minor >= 0))
    credit_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    credit_pkey PRIMARY KEY (shop_id, channel_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.difference
    shop_id bigint not null
    difference_id bigint not null
    channel_id bigint not null
    day date not null
    code text not null
    subject text not null
    facts text not null
    action text not null
    state text not null default 'open'::text
    found_at timestamp with time zone not null
    done_by text
    note text
    difference_action_check CHECK ((action = ANY (ARRAY['take-order'::text, 'write-back'::text, 'refund'::text, 'push-stock'::text, 'explain'::text])))
    difference_state_check CHECK ((state = ANY (ARRAY['open'::text, 'repaired'::text, 'explained'::text, 'gone'::text])))
    difference_pkey PRIMARY KEY (shop_id, difference_id)
    CREATE UNIQUE INDEX difference_once ON channel.difference USING btree (shop_id, channel_id, day, code, subject) WHERE (state = 'open'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.external_order
    shop_id bigint not null
    channel_id bigint not null
    external_order text not null
    fingerprint text not null
    state text not null
    on_hold boolean not null
    refunded text[] not null
    lines text not null
    paid_at timestamp with time zone
    read_at timestamp with time zone not null
    buyer bytea
    external_order_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'passed'::text, 'unmapped'::text, 'unknown'::text])))
    external_order_pkey PRIMARY KEY (shop_id, channel_id, external_order)
    CREATE INDEX external_order_unmapped ON channel.external_order USING btree (shop_id, channel_id) WHERE (state = 'unmapped'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.fee
    shop_id bigint not null
    channel_id bigint not null
    from_day date not null
    basis_points integer not null
    fee_basis_points_check CHECK (((basis_points >= 0) AND (basis_points <= 10000)))
    fee_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    fee_pkey PRIMARY KEY (shop_id, channel_id, from_day)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.inbox
    shop_id bigint not null
    channel_id bigint not null
    message_id text not null
    topic text not null
    external_order text
    state text not null
    attempts integer not null default 0
    due_at timestamp with time zone not null
    received_at timestamp with time zone not null
    inbox_state_check CHECK ((state = ANY (ARRAY['due'::text, 'done'::text])))
    inbox_pkey PRIMARY KEY (shop_id, channel_id, message_id)
    CREATE INDEX inbox_due ON channel.inbox USING btree (shop_id, channel_id, due_at) WHERE (state = 'due'::text)
    CREATE INDEX inbox_received ON channel.inbox USING btree (received_at) WHERE (state = 'done'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.listing
    shop_id bigint not null
    channel_id bigint not null
    external_product text not null
    external_sku text not null
    sku_id bigint not null
    pool_id bigint not null
    made_at timestamp with time zone not null default now()
    listing_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    listing_pkey PRIMARY KEY (shop_id, channel_id, external_product, external_sku)
    CREATE INDEX listing_pool ON channel.listing USING btree (shop_id, pool_id)
    CREATE INDEX listing_sku ON channel.listing USING btree (shop_id, sku_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.offer
    shop_id bigint not null
    channel_id bigint not null
    product_id bigint not null
    template_id bigint
    variant jsonb not null
    shown boolean not null default true
    state text not null default 'draft'::text
    external_product text
    raw_state text
    findings jsonb not null default '[]'::jsonb
    told jsonb
    changes bigint not null default 0
    due_at timestamp with time zone
    claimed_until timestamp with time zone
    attempts integer not null default 0
    last_code text
    told_at timestamp with time zone
    changed_by text not null
    changed_at timestamp with time zone not null
    offer_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'on_sale'::text, 'off_sale'::text, 'rejected'::text, 'removed'::text, 'unknown'::text, 'held'::text])))
    offer_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    offer_shop_id_template_id_fkey FOREIGN KEY (shop_id, template_id) REFERENCES channel.content_template(shop_id, template_id)
    offer_pkey PRIMARY KEY (shop_id, channel_id, product_id)
    CREATE INDEX offer_due ON channel.offer USING btree (shop_id, channel_id, due_at) WHERE (due_at IS NOT NULL)
    CREATE INDEX offer_product ON channel.offer USING btree (shop_id, product_id)
    CREATE INDEX offer_template ON channel.offer USING btree (shop_id, template_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.price_agreement
    shop_id bigint not null
    agreement_id bigint not null
    name text not null
    channel_id bigint not null
    sku_id bigint
    product_id bigint
    least_minor bigint
    other_channel bigint
    valid_from timestamp with time zone not null
    valid_to timestamp with time zone
    made_by text not null
    made_at timestamp with time zone not null
    ended_at timestamp with time zone
    against_one_price CHECK ((num_nonnulls(least_minor, other_channel) = 1))
    of_one_thing CHECK ((num_nonnulls(sku_id, product_id) = 1))
    price_agreement_check CHECK ((other_channel <> channel_id))
    price_agreement_least_minor_check CHECK ((least_minor > 0))
    price_agreement_pkey PRIMARY KEY (shop_id, agreement_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.publication
    shop_id bigint not null
    publication_id bigint not null
    shown boolean not null
    made_by text not null
    made_at timestamp with time zone not null
    publication_pkey PRIMARY KEY (shop_id, publication_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.publication_item
    shop_id bigint not null
    publication_id bigint not null
    channel_id bigint not null
    product_id bigint not null
    state text not null default 'due'::text
    done_at timestamp with time zone
    publication_item_state_check CHECK ((state = ANY (ARRAY['due'::text, 'done'::text, 'rejected'::text])))
    publication_item_shop_id_publication_id_fkey FOREIGN KEY (shop_id, publication_id) REFERENCES channel.publication(shop_id, publication_id)
    publication_item_pkey PRIMARY KEY (shop_id, publication_id, channel_id, product_id)
    CREATE INDEX publication_item_due ON channel.publication_item USING btree (shop_id, channel_id, product_id) WHERE (state = 'due'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.reconciliation
    shop_id bigint not null
    channel_id bigint not null
    day date not null
    state text not null
    orders integer not null
    differences integer not null
    code text
    ran_at timestamp with time zone not null
    reconciliation_state_check CHECK ((state = ANY (ARRAY['done'::text, 'failed'::text])))
    reconciliation_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    reconciliation_pkey PRIMARY KEY (shop_id, channel_id, day)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.rollout
    shop_id bigint not null
    channel_id bigint not null
    stage text not null
    plan jsonb not null
    pilot_skus bigint[] not null
    entered_at timestamp with time zone not null
    checked_at timestamp with time zone
    rollout_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'pilot'::text, 'full'::text])))
    rollout_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    rollout_pkey PRIMARY KEY (shop_id, channel_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.rollout_step
    shop_id bigint not null
    channel_id bigint not null
    step_id bigint not null
    stage_from text not null
    stage_to text not null
    reason text not null
    figures jsonb not null
    made_by text not null
    made_at timestamp with time zone not null
    rollout_step_pkey PRIMARY KEY (shop_id, channel_id, step_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.rule
    shop_id bigint not null
    channel_id bigint not null
    version bigint not null default 1
    template_id bigint
    rule jsonb not null
    changed_by text not null
    changed_at timestamp with time zone not null
    rule_shop_id_template_id_fkey FOREIGN KEY (shop_id, template_id) REFERENCES channel.content_template(shop_id, template_id)
    rule_pkey PRIMARY KEY (shop_id, channel_id)
    CREATE INDEX rule_template ON channel.rule USING btree (shop_id, template_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.rule_change
    shop_id bigint not null
    channel_id bigint not null
    version bigint not null
    rule jsonb not null
    changed_by text not null
    changed_at timestamp with time zone not null
    rule_change_pkey PRIMARY KEY (shop_id, channel_id, version)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.stock_push
    shop_id bigint not null
    channel_id bigint not null
    external_product text not null
    external_sku text not null
    wanted bigint
    pushed bigint
    acknowledged bigint
    rule_version bigint not null default 0
    changes bigint not null default 0
    due_at timestamp with time zone
    claimed_until timestamp with time zone
    attempts integer not null default 0
    last_code text
    pushed_at timestamp with time zone
    acknowledged_at timestamp with time zone
    stock_push_shop_id_channel_id_external_product_external_sk_fkey FOREIGN KEY (shop_id, channel_id, external_product, external_sku) REFERENCES channel.listing(shop_id, channel_id, external_product, external_sku) ON DELETE CASCADE
    stock_push_pkey PRIMARY KEY (shop_id, channel_id, external_product, external_sku)
    CREATE INDEX stock_push_due ON channel.stock_push USING btree (shop_id, channel_id, due_at) WHERE (due_at IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.supply_order
    shop_id bigint not null
    channel_id bigint not null
    order_number text not null
    external_product text not null
    external_sku text not null
    quantity integer not null
    amount_minor bigint not null
    state text not null
    reason text not null default ''::text
    answered boolean not null default false
    notice_to text
    ordered_at timestamp with time zone not null
    supply_order_amount_minor_check CHECK ((amount_minor >= 0))
    supply_order_state_check CHECK ((state = ANY (ARRAY['sold'::text, 'failed'::text, 'returned'::text])))
    supply_order_pkey PRIMARY KEY (shop_id, channel_id, order_number)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.supply_watch
    shop_id bigint not null
    channel_id bigint not null
    external_product text not null
    external_sku text not null
    token text not null
    told_minor bigint
    supply_watch_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES channel.channel(shop_id, channel_id)
    supply_watch_pkey PRIMARY KEY (shop_id, channel_id, external_product, external_sku)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.unit_cost
    shop_id bigint not null
    sku_id bigint not null
    from_day date not null
    cost_minor bigint not null
    unit_cost_cost_minor_check CHECK ((cost_minor >= 0))
    unit_cost_pkey PRIMARY KEY (shop_id, sku_id, from_day)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table channel.write_back
    shop_id bigint not null
    channel_id bigint not null
    order_id bigint not null
    line integer not null
    verb text not null
    state text not null default 'due'::text
    attempts integer not null default 0
    due_at timestamp with time zone not null
    last_code text
    made_at timestamp with time zone not null
    done_at timestamp with time zone
    done_by text
    write_back_state_check CHECK ((state = ANY (ARRAY['due'::text, 'by_hand'::text, 'done'::text, 'failed'::text, 'refused'::text])))
    write_back_verb_check CHECK ((verb = ANY (ARRAY['deliver'::text, 'give_up'::text, 'hand_over'::text])))
    write_back_pkey PRIMARY KEY (shop_id, channel_id, order_id, line)
    CREATE INDEX write_back_by_hand ON channel.write_back USING btree (shop_id, channel_id, made_at) WHERE (state = 'by_hand'::text)
    CREATE INDEX write_back_due ON channel.write_back USING btree (shop_id, channel_id, due_at) WHERE (state = 'due'::text)
    CREATE INDEX write_back_ended ON channel.write_back USING btree (done_at) WHERE (state = 'done'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table content.home
    shop_id bigint not null
    version bigint not null
    home jsonb not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    home_pkey PRIMARY KEY (shop_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.claim
    shop_id bigint not null
    customer_id bigint not null
    account_id bigint not null
    claimed_at timestamp with time zone not null
    claim_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customer.customer(shop_id, customer_id)
    claim_pkey PRIMARY KEY (shop_id, customer_id)
    CREATE INDEX claim_of_account ON customer.claim USING btree (account_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.consent
    shop_id bigint not null
    consent_id bigint not null
    account_id bigint not null
    purpose text not null
    granted boolean not null
    wording text not null
    said_at timestamp with time zone not null
    consent_purpose_check CHECK ((purpose = ANY (ARRAY['marketing'::text, 'recommendation'::text, 'sharing'::text])))
    consent_pkey PRIMARY KEY (shop_id, consent_id)
    CREATE INDEX consent_of_account ON customer.consent USING btree (account_id, shop_id, purpose, consent_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.customer
    shop_id bigint not null
    customer_id bigint not null
    person_id bigint not null
    key bytea
    made_at timestamp with time zone not null
    erased_at timestamp with time zone
    erased_has_no_key CHECK (((erased_at IS NULL) OR (key IS NULL)))
    person_is_the_oldest CHECK ((person_id <= customer_id))
    customer_pkey PRIMARY KEY (shop_id, customer_id)
    CREATE INDEX customer_linked ON customer.customer USING btree (shop_id, customer_id) WHERE (person_id <> customer_id)
    CREATE INDEX customer_of_person ON customer.customer USING btree (shop_id, person_id, customer_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.data_use
    shop_id bigint not null
    use_id bigint not null
    customer_id bigint
    account_id bigint
    order_id bigint
    field text not null
    purpose text not null
    reason text not null
    used_by text not null
    used_at timestamp with time zone not null
    about_somebody CHECK (((customer_id IS NOT NULL) OR (account_id IS NOT NULL) OR (order_id IS NOT NULL)))
    data_use_pkey PRIMARY KEY (shop_id, use_id)
    CREATE INDEX data_use_at ON customer.data_use USING btree (used_at)
    CREATE INDEX data_use_of_account ON customer.data_use USING btree (account_id) WHERE (account_id IS NOT NULL)
    CREATE INDEX data_use_of_customer ON customer.data_use USING btree (shop_id, customer_id) WHERE (customer_id IS NOT NULL)
    CREATE INDEX data_use_of_order ON customer.data_use USING btree (shop_id, order_id) WHERE (order_id IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.evidence
    shop_id bigint not null
    evidence_id bigint not null
    customer_id bigint not null
    kind text not null
    realm text not null
    strong boolean not null
    hash bytea not null
    sealed bytea not null
    source text not null
    confidence integer not null
    first_seen_at timestamp with time zone not null
    last_seen_at timestamp with time zone not null
    evidence_confidence_check CHECK (((confidence >= 0) AND (confidence <= 100)))
    evidence_hash_check CHECK ((octet_length(hash) = 16))
    evidence_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'phone_mask'::text, 'mail'::text, 'openid'::text, 'unionid'::text, 'buyer_open_uid'::text, 'oaid'::text, 'device'::text, 'login'::text, 'chat'::text, 'contact'::text])))
    evidence_source_check CHECK ((source = ANY (ARRAY['order'::text, 'channel'::text, 'account'::text, 'staff'::text])))
    evidence_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customer.customer(shop_id, customer_id)
    evidence_pkey PRIMARY KEY (shop_id, evidence_id)
    CREATE INDEX evidence_anywhere ON customer.evidence USING btree (hash) WHERE strong
    CREATE INDEX evidence_last_seen ON customer.evidence USING btree (last_seen_at)
    CREATE UNIQUE INDEX evidence_names_one ON customer.evidence USING btree (shop_id, kind, hash) WHERE strong
    CREATE UNIQUE INDEX evidence_of_customer ON customer.evidence USING btree (shop_id, customer_id, kind, hash)
    CREATE INDEX evidence_shared ON customer.evidence USING btree (shop_id, kind, hash) WHERE (NOT strong)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.link
    shop_id bigint not null
    link_id bigint not null
    low bigint not null
    high bigint not null
    made_by text not null
    rule text not null
    order_id bigint
    moved bigint[] not null
    made_at timestamp with time zone not null
    undone_by text
    undone_at timestamp with time zone
    link_rule_check CHECK ((rule = ANY (ARRAY['order'::text, 'suggestion'::text, 'staff'::text])))
    one_pair_one_way CHECK ((low < high))
    undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
    link_shop_id_high_fkey FOREIGN KEY (shop_id, high) REFERENCES customer.customer(shop_id, customer_id)
    link_shop_id_low_fkey FOREIGN KEY (shop_id, low) REFERENCES customer.customer(shop_id, customer_id)
    link_pkey PRIMARY KEY (shop_id, link_id)
    CREATE INDEX link_high ON customer.link USING btree (shop_id, high)
    CREATE INDEX link_low ON customer.link USING btree (shop_id, low)
    CREATE UNIQUE INDEX link_once ON customer.link USING btree (shop_id, low, high) WHERE (undone_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.proof
    account_id bigint not null
    kind text not null
    hash bytea not null
    proved_at timestamp with time zone not null
    proof_hash_check CHECK ((octet_length(hash) = 16))
    proof_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'mail'::text])))
    proof_pkey PRIMARY KEY (kind, hash)
    CREATE INDEX proof_of_account ON customer.proof USING btree (account_id)

table customer.sale
    shop_id bigint not null
    order_id bigint not null
    customer_id bigint not null
    channel_id bigint not null
    placed_at timestamp with time zone not null
    sale_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customer.customer(shop_id, customer_id)
    sale_pkey PRIMARY KEY (shop_id, order_id)
    CREATE INDEX sale_of_customer ON customer.sale USING btree (shop_id, customer_id, order_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table customer.suggestion
    shop_id bigint not null
    suggestion_id bigint not null
    low bigint not null
    high bigint not null
    kind text not null
    state text not null default 'open'::text
    made_at timestamp with time zone not null
    decided_by text
    decided_at timestamp with time zone
    decided_by_somebody CHECK (((state = 'open'::text) = (decided_by IS NULL)))
    suggested_one_way CHECK ((low < high))
    suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text])))
    suggestion_shop_id_high_fkey FOREIGN KEY (shop_id, high) REFERENCES customer.customer(shop_id, customer_id)
    suggestion_shop_id_low_fkey FOREIGN KEY (shop_id, low) REFERENCES customer.customer(shop_id, customer_id)
    suggestion_pkey PRIMARY KEY (shop_id, suggestion_id)
    CREATE INDEX suggestion_high ON customer.suggestion USING btree (shop_id, high)
    CREATE UNIQUE INDEX suggestion_once ON customer.suggestion USING btree (shop_id, low, high)
    CREATE INDEX suggestion_open ON customer.suggestion USING btree (shop_id, suggestion_id) WHERE (state = 'open'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.account
    id bigint not null
    name bytea not null
    mail bytea
    mail_hash bytea
    phone bytea
    phone_hash bytea
    password text
    state text not null default 'active'::text
    created_at timestamp with time zone not null default now()
    account_check CHECK (((mail IS NULL) = (mail_hash IS NULL)))
    account_check1 CHECK (((phone IS NULL) = (phone_hash IS NULL)))
    account_mail_hash_check CHECK ((length(mail_hash) = 16))
    account_password_check CHECK ((password ~~ '$argon2id$%'::text))
    account_phone_hash_check CHECK ((length(phone_hash) = 16))
    account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
    account_pkey PRIMARY KEY (id)
    account_mail_hash_key UNIQUE (mail_hash)
    account_phone_hash_key UNIQUE (phone_hash)

table identity.alert
    account_id bigint not null
    id bigint not null
    what text not null
    origin bytea not null
    at timestamp with time zone not null
    alert_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    alert_pkey PRIMARY KEY (account_id, id)

table identity.app
    shop_id bigint not null
    id bigint not null
    client_id text not null
    secret bytea
    name text not null
    redirect_uris text[] not null
    scopes text[] not null
    created_at timestamp with time zone not null
    revoked_at timestamp with time zone
    app_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
    app_secret_check CHECK ((length(secret) = 32))
    app_pkey PRIMARY KEY (shop_id, id)
    app_client_id_key UNIQUE (client_id)
    CREATE UNIQUE INDEX app_id ON identity.app USING btree (id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.app_grant
    shop_id bigint not null
    id text not null
    app_id bigint not null
    account_id bigint
    kind text not null
    scopes text[] not null
    request text
    state_hash bytea
    code_hash bytea
    code_issued_at timestamp with time zone
    code_expires_at timestamp with time zone
    code_over boolean not null default false
    access_hash bytea
    access_issued_at timestamp with time zone
    access_expires_at timestamp with time zone
    access_over boolean not null default false
    refresh_hash bytea
    refresh_before bytea
    refresh_issued_at timestamp with time zone
    refresh_expires_at timestamp with time zone
    refresh_over boolean not null default false
    version integer not null
    created_at timestamp with time zone not null
    app_grant_kind_check CHECK ((kind = ANY (ARRAY['authorization_code'::text, 'client_credentials'::text])))
    app_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    app_grant_pkey PRIMARY KEY (shop_id, id)
    app_grant_access_hash_key UNIQUE (access_hash)
    app_grant_code_hash_key UNIQUE (code_hash)
    app_grant_refresh_hash_key UNIQUE (refresh_hash)
    app_grant_state_hash_key UNIQUE (state_hash)
    CREATE INDEX app_grant_account ON identity.app_grant USING btree (account_id)
    CREATE INDEX app_grant_app ON identity.app_grant USING btree (app_id)
    CREATE INDEX app_grant_refresh_before ON identity.app_grant USING btree (refresh_before) WHERE (refresh_before IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.challenge
    hash bytea not null
    expires_at timestamp with time zone not null
    challenge_hash_check CHECK ((length(hash) = 16))
    challenge_pkey PRIMARY KEY (hash)
    CREATE INDEX challenge_expires ON identity.challenge USING btree (expires_at)

table identity.code
    receiver bytea not null
    purpose text not null
    asker bytea not null
    hash bytea not null
    tries integer not null default 0
    expires_at timestamp with time zone not null
    used_at timestamp with time zone
    code_asker_check CHECK ((length(asker) = 16))
    code_hash_check CHECK ((length(hash) = 16))
    code_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'login'::text, 'recover'::text, 'prove'::text])))
    code_receiver_check CHECK ((length(receiver) = 16))
    code_pkey PRIMARY KEY (receiver, purpose, asker)
    CREATE INDEX code_expires ON identity.code USING btree (expires_at)

table identity.familiar
    account_id bigint not null
    kind text not null
    mark bytea not null
    first_at timestamp with time zone not null
    last_at timestamp with time zone not null
    familiar_kind_check CHECK ((kind = ANY (ARRAY['device'::text, 'network'::text])))
    familiar_mark_check CHECK ((length(mark) = 16))
    familiar_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    familiar_pkey PRIMARY KEY (account_id, kind, mark)

table identity.first_operator
    only_one boolean not null default true
    hash bytea not null
    drawn_at timestamp with time zone not null
    used_at timestamp with time zone
    first_operator_hash_check CHECK ((length(hash) = 32))
    first_operator_only_one_check CHECK (only_one)
    first_operator_pkey PRIMARY KEY (only_one)

table identity.invitation
    shop_id bigint not null
    invitation_id bigint not null
    secret bytea not null
    sent_to text not null
    role text not null
    channels bigint[]
    invited_by text not null
    inviter bigint
    state text not null default 'open'::text
    made_at timestamp with time zone not null default now()
    until timestamp with time zone not null
    account_id bigint
    ended_at timestamp with time zone
    invitation_channels_check CHECK ((cardinality(channels) > 0))
    invitation_check CHECK (((state = 'open'::text) = (ended_at IS NULL)))
    invitation_check1 CHECK (((state = 'accepted'::text) = (account_id IS NOT NULL)))
    invitation_secret_check CHECK ((length(secret) = 32))
    invitation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'withdrawn'::text])))
    invitation_pkey PRIMARY KEY (shop_id, invitation_id)
    CREATE UNIQUE INDEX invitation_secret ON identity.invitation USING btree (secret)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.passkey
    credential_id bytea not null
    account_id bigint not null
    public_key bytea not null
    sign_count bigint not null
    verified boolean not null
    transports text[] not null
    backup_eligible boolean not null
    backed_up boolean not null
    attestation bytea not null
    client_data bytea not null
    label text not null
    created_at timestamp with time zone not null
    used_at timestamp with time zone not null
    passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023)))
    passkey_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60)))
    passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    passkey_pkey PRIMARY KEY (credential_id)
    CREATE INDEX passkey_account ON identity.passkey USING btree (account_id)

table identity.program_person
    program text not null
    openid bytea not null
    unionid bytea
    account_id bigint not null
    first_at timestamp with time zone not null
    program_person_openid_check CHECK ((length(openid) = 16))
    program_person_program_check CHECK (((length(program) >= 1) AND (length(program) <= 40)))
    program_person_unionid_check CHECK ((length(unionid) = 16))
    program_person_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    program_person_pkey PRIMARY KEY (program, openid)
    CREATE INDEX program_person_account ON identity.program_person USING btree (account_id)
    CREATE INDEX program_person_unionid ON identity.program_person USING btree (unionid) WHERE (unionid IS NOT NULL)

table identity.recovery_code
    account_id bigint not null
    hash bytea not null
    used_at timestamp with time zone
    recovery_code_hash_check CHECK ((length(hash) = 16))
    recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    recovery_code_pkey PRIMARY KEY (account_id, hash)

table identity.role
    shop_id bigint not null
    name text not null
    scopes text[] not null
    made_by text not null
    made_at timestamp with time zone not null default now()
    role_name_check CHECK ((name ~ '^[a-z][a-z0-9-]{1,39}$'::text))
    role_scopes_check CHECK ((cardinality(scopes) > 0))
    role_pkey PRIMARY KEY (shop_id, name)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.session
    id bigint not null
    account_id bigint not null
    hash bytea not null
    state text not null
    kind text not null
    origin bytea not null
    created_at timestamp with time zone not null
    seen_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    fresh_until timestamp with time zone
    ended_at timestamp with time zone
    session_hash_check CHECK ((length(hash) = 32))
    session_kind_check CHECK ((kind = ANY (ARRAY['web'::text, 'program'::text])))
    session_state_check CHECK ((state = ANY (ARRAY['second_factor'::text, 'open'::text])))
    session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    session_pkey PRIMARY KEY (id)
    session_hash_key UNIQUE (hash)
    CREATE INDEX session_account ON identity.session USING btree (account_id)

table identity.staff
    shop_id bigint not null
    account_id bigint not null
    role text not null
    channels bigint[]
    added_at timestamp with time zone not null default now()
    staff_channels_check CHECK ((cardinality(channels) > 0))
    staff_role_check CHECK ((role ~ '^[a-z][a-z0-9-]{1,39}$'::text))
    staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    staff_pkey PRIMARY KEY (shop_id, account_id)
    CREATE INDEX staff_account ON identity.staff USING btree (account_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.token
    shop_id bigint not null
    id bigint not null
    name text not null
    hash bytea not null
    scopes text[] not null
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone
    revoked_at timestamp with time zone
    last_used_at timestamp with time zone
    issued_by bigint
    token_hash_check CHECK ((length(hash) = 32))
    token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
    token_pkey PRIMARY KEY (shop_id, id)
    CREATE UNIQUE INDEX token_hash ON identity.token USING btree (hash)
    CREATE INDEX token_issued_by ON identity.token USING btree (shop_id, issued_by) WHERE (issued_by IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table identity.totp
    account_id bigint not null
    secret bytea
    pending bytea
    last_step bigint not null default 0
    totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id)
    totp_pkey PRIMARY KEY (account_id)

table identity.tries
    key bytea not null
    count integer not null
    last_at timestamp with time zone not null
    blocked_until timestamp with time zone
    tries_key_check CHECK ((length(key) = 16))
    tries_pkey PRIMARY KEY (key)
    CREATE INDEX tries_last ON identity.tries USING btree (last_at)

table inventory.allocation
    shop_id bigint not null
    pool_id bigint not null
    channel_id bigint not null
    mode text not null
    quota bigint not null default 0
    taken bigint not null default 0
    lent bigint not null default 0
    floor bigint not null default 0
    priority integer not null default 0
    percent integer not null default 100
    buffer bigint not null default 0
    plus bigint not null default 0
    minimum bigint not null default 0
    maximum bigint
    delist_at bigint not null default 0
    version bigint not null default 1
    allocation_buffer_check CHECK ((buffer >= 0))
    allocation_delist_at_check CHECK ((delist_at >= 0))
    allocation_floor_check CHECK ((floor >= 0))
    allocation_lent_check CHECK ((lent >= 0))
    allocation_maximum_check CHECK ((maximum >= 0))
    allocation_minimum_check CHECK ((minimum >= 0))
    allocation_mode_check CHECK ((mode = ANY (ARRAY['shared'::text, 'hard'::text, 'soft'::text])))
    allocation_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
    allocation_plus_check CHECK ((plus >= 0))
    allocation_quota_check CHECK ((quota >= 0))
    allocation_taken_check CHECK ((taken >= 0))
    lends_what_it_has CHECK (((mode = 'soft'::text) OR (lent = 0)))
    quota_bounds_taken CHECK (((mode <> 'hard'::text) OR (taken <= quota)))
    allocation_shop_id_pool_id_fkey FOREIGN KEY (shop_id, pool_id) REFERENCES inventory.pool(shop_id, pool_id)
    allocation_pkey PRIMARY KEY (shop_id, pool_id, channel_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.allocation_change
    shop_id bigint not null
    pool_id bigint not null
    channel_id bigint not null
    version bigint not null
    rule jsonb not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    allocation_change_pkey PRIMARY KEY (shop_id, pool_id, channel_id, version)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.cover_rule
    shop_id bigint not null
    pool_id bigint not null
    lead_hours integer not null
    restock_days integer not null
    minimum bigint not null
    cover_rule_lead_hours_check CHECK (((lead_hours >= 1) AND (lead_hours <= 2160)))
    cover_rule_minimum_check CHECK ((minimum >= 0))
    cover_rule_restock_days_check CHECK (((restock_days >= 1) AND (restock_days <= 365)))
    cover_rule_shop_id_pool_id_fkey FOREIGN KEY (shop_id, pool_id) REFERENCES inventory.pool(shop_id, pool_id)
    cover_rule_pkey PRIMARY KEY (shop_id, pool_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.hold
    shop_id bigint not null
    holder bigint not null
    line integer not null
    pool_id bigint not null
    channel_id bigint not null
    quantity integer not null
    from_quota integer not null default 0
    quota_version bigint not null default 0
    until timestamp with time zone not null
    person bigint
    device bigint
    address bigint
    range bigint
    hold_check CHECK (((from_quota >= 0) AND (from_quota <= quantity)))
    hold_quantity_check CHECK ((quantity > 0))
    hold_pkey PRIMARY KEY (shop_id, holder, line)
    CREATE INDEX hold_address ON inventory.hold USING btree (shop_id, address) WHERE (address IS NOT NULL)
    CREATE INDEX hold_device ON inventory.hold USING btree (shop_id, device) WHERE (device IS NOT NULL)
    CREATE INDEX hold_person ON inventory.hold USING btree (shop_id, person) WHERE (person IS NOT NULL)
    CREATE INDEX hold_range ON inventory.hold USING btree (shop_id, range) WHERE (range IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.pace
    shop_id bigint not null
    pool_id bigint not null
    counted bigint not null
    counted_at timestamp with time zone not null
    hour timestamp with time zone not null
    in_hour bigint not null default 0
    hours_seen integer not null default 0
    overall_milli bigint not null default 0
    recent_milli bigint not null default 0
    week_milli bigint[] not null
    pace_week_milli_check CHECK ((cardinality(week_milli) = 168))
    pace_shop_id_pool_id_fkey FOREIGN KEY (shop_id, pool_id) REFERENCES inventory.pool(shop_id, pool_id)
    pace_pkey PRIMARY KEY (shop_id, pool_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.pool
    shop_id bigint not null
    pool_id bigint not null
    name text not null
    daily boolean not null default false
    loaded bigint not null default 0
    available bigint not null default 0
    held bigint not null default 0
    consigned bigint not null default 0
    sold bigint not null default 0
    void bigint not null default 0
    waiting bigint not null default 0
    version bigint not null default 0
    made_at timestamp with time zone not null default now()
    every_unit_is_somewhere CHECK ((((((available + held) + consigned) + sold) + void) = loaded))
    pool_available_check CHECK ((available >= 0))
    pool_consigned_check CHECK ((consigned >= 0))
    pool_held_check CHECK ((held >= 0))
    pool_loaded_check CHECK ((loaded >= 0))
    pool_sold_check CHECK ((sold >= 0))
    pool_void_check CHECK ((void >= 0))
    pool_waiting_check CHECK ((waiting >= 0))
    pool_pkey PRIMARY KEY (shop_id, pool_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.stock_alert
    shop_id bigint not null
    alert_id bigint not null
    pool_id bigint not null
    kind text not null
    available bigint not null
    cover_hours integer
    suggested bigint not null
    opened_at timestamp with time zone not null
    closed_at timestamp with time zone
    stock_alert_available_check CHECK ((available >= 0))
    stock_alert_cover_hours_check CHECK ((cover_hours >= 0))
    stock_alert_kind_check CHECK ((kind = ANY (ARRAY['low'::text, 'dry'::text])))
    stock_alert_suggested_check CHECK ((suggested >= 0))
    stock_alert_shop_id_pool_id_fkey FOREIGN KEY (shop_id, pool_id) REFERENCES inventory.pool(shop_id, pool_id)
    stock_alert_pkey PRIMARY KEY (shop_id, alert_id)
    CREATE INDEX stock_alert_of_pool ON inventory.stock_alert USING btree (shop_id, pool_id, alert_id)
    CREATE UNIQUE INDEX stock_alert_open ON inventory.stock_alert USING btree (shop_id, pool_id) WHERE (closed_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table inventory.waiting
    shop_id bigint not null
    waiting_id bigint not null
    pool_id bigint not null
    channel_id bigint not null
    quantity integer not null
    person bigint not null
    contact bytea not null
    state text not null default 'waiting'::text
    offer_until timestamp with time zone
    asked_at timestamp with time zone not null default now()
    waiting_quantity_check CHECK ((quantity > 0))
    waiting_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'taken'::text, 'lapsed'::text, 'left'::text])))
    waiting_shop_id_pool_id_fkey FOREIGN KEY (shop_id, pool_id) REFERENCES inventory.pool(shop_id, pool_id)
    waiting_pkey PRIMARY KEY (shop_id, waiting_id)
    CREATE INDEX waiting_offer ON inventory.waiting USING btree (offer_until) WHERE (state = 'offered'::text)
    CREATE UNIQUE INDEX waiting_once ON inventory.waiting USING btree (shop_id, pool_id, person) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]))
    CREATE INDEX waiting_pool ON inventory.waiting USING btree (shop_id, pool_id, waiting_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.data_key
    shop_id bigint not null
    purpose text not null
    keyset bytea not null
    changed_at timestamp with time zone not null default now()
    data_key_purpose_check CHECK ((purpose = ANY (ARRAY['seal'::text, 'hash'::text])))
    data_key_pkey PRIMARY KEY (shop_id, purpose)

table kernel.event
    shop_id bigint not null
    id bigint not null
    xid xid8 not null default pg_current_xact_id()
    type text not null
    subject bigint not null
    body json not null
    at timestamp with time zone not null default now()
    event_pkey PRIMARY KEY (xid, id, at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.event_cursor
    name text not null
    xid xid8 not null default '0'::xid8
    id bigint not null default 0
    moved_at timestamp with time zone not null default now()
    event_cursor_pkey PRIMARY KEY (name)

table kernel.event_parked
    shop_id bigint not null
    event_id bigint not null
    cursor text not null
    type text not null
    subject bigint not null
    body json not null
    reason text not null
    parked_at timestamp with time zone not null default now()
    event_parked_pkey PRIMARY KEY (shop_id, event_id, cursor)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.key_rotation
    shop_id bigint not null
    state text not null
    old_key integer not null
    new_key integer not null
    changed_at timestamp with time zone not null
    key_rotation_state_check CHECK ((state = ANY (ARRAY['adding'::text, 'added'::text, 'promoted'::text, 'done'::text])))
    key_rotation_pkey PRIMARY KEY (shop_id)

table kernel.message
    id bigint not null
    sealed bytea not null
    muted boolean not null
    tries integer not null default 0
    due_at timestamp with time zone not null
    added_at timestamp with time zone not null
    message_pkey PRIMARY KEY (id)
    CREATE INDEX message_due ON kernel.message USING btree (due_at)

table kernel.scheduled_tasks
    task_name text not null
    task_instance text not null
    task_data bytea
    execution_time timestamp with time zone not null
    picked boolean not null
    picked_by text
    last_success timestamp with time zone
    last_failure timestamp with time zone
    consecutive_failures integer
    last_heartbeat timestamp with time zone
    version bigint not null
    priority smallint
    scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
    CREATE INDEX scheduled_tasks_due ON kernel.scheduled_tasks USING btree (execution_time)
    CREATE INDEX scheduled_tasks_heartbeat ON kernel.scheduled_tasks USING btree (last_heartbeat)

table kernel.trail
    shop_id bigint not null
    entry_id bigint not null
    xid bigint not null default ((pg_current_xact_id())::text)::bigint
    at timestamp with time zone not null default now()
    actor text not null
    actor_name text not null
    action text not null
    subject text not null
    route text not null
    request text not null
    address text not null
    idempotency text not null
    outcome text not null
    before text not null
    after text not null
    trail_pkey PRIMARY KEY (shop_id, entry_id)
    CREATE INDEX trail_actor ON kernel.trail USING btree (shop_id, actor, entry_id)
    CREATE INDEX trail_entry ON kernel.trail USING btree (entry_id)
    CREATE INDEX trail_subject ON kernel.trail USING btree (shop_id, subject, entry_id)
    CREATE INDEX trail_xid ON kernel.trail USING brin (xid) WITH (pages_per_range='16', autosummarize='on')
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.trail_chain
    shop_id bigint not null
    seq integer not null
    entries bigint[] not null
    copy bytea not null
    previous bytea not null
    hash bytea not null
    sealed_at timestamp with time zone not null default now()
    trail_chain_entries_check CHECK ((cardinality(entries) > 0))
    trail_chain_hash_check CHECK ((length(hash) = 32))
    trail_chain_previous_check CHECK ((length(previous) = 32))
    trail_chain_seq_check CHECK ((seq > 0))
    trail_chain_pkey PRIMARY KEY (shop_id, seq)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table kernel.trail_sealer
    id boolean not null default true
    below bigint not null default 0
    moved_at timestamp with time zone not null default now()
    trail_sealer_id_check CHECK (id)
    trail_sealer_pkey PRIMARY KEY (id)

table ledger.balance
    shop_id bigint not null
    account text not null
    currency character(3) not null
    debit_minor bigint not null
    credit_minor bigint not null
    balance_credit_minor_check CHECK ((credit_minor >= 0))
    balance_debit_minor_check CHECK ((debit_minor >= 0))
    balance_pkey PRIMARY KEY (shop_id, account, currency)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ledger.chain
    shop_id bigint not null
    day date not null
    seq integer not null
    postings bigint[] not null
    copy bytea not null
    previous bytea not null
    hash bytea not null
    sealed_at timestamp with time zone not null default now()
    chain_hash_check CHECK ((length(hash) = 32))
    chain_postings_check CHECK ((cardinality(postings) > 0))
    chain_previous_check CHECK ((length(previous) = 32))
    chain_seq_check CHECK ((seq > 0))
    chain_pkey PRIMARY KEY (shop_id, day, seq)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ledger.chain_day
    shop_id bigint not null
    day date not null
    links integer not null
    postings bigint not null
    last_hash bytea not null
    previous_root bytea not null
    root bytea
    closed_at timestamp with time zone
    chain_day_last_hash_check CHECK ((length(last_hash) = 32))
    chain_day_previous_root_check CHECK ((length(previous_root) = 32))
    chain_day_root_check CHECK ((length(root) = 32))
    closed_has_root CHECK (((root IS NULL) = (closed_at IS NULL)))
    chain_day_pkey PRIMARY KEY (shop_id, day)
    CREATE UNIQUE INDEX chain_day_open ON ledger.chain_day USING btree (shop_id) WHERE (root IS NULL)
    CREATE INDEX chain_day_to_close ON ledger.chain_day USING btree (day) WHERE (root IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ledger.day_balance
    shop_id bigint not null
    day date not null
    account text not null
    currency character(3) not null
    debit_minor bigint not null
    credit_minor bigint not null
    day_balance_pkey PRIMARY KEY (shop_id, day, account, currency)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ledger.posting
    shop_id bigint not null
    posting_id bigint not null
    source text not null
    source_id bigint not null
    debit text not null
    credit text not null
    amount_minor bigint not null
    currency character(3) not null
    posted_at timestamp with time zone not null default now()
    xid bigint not null default ((pg_current_xact_id())::text)::bigint
    known_accounts CHECK (((split_part(debit, ':'::text, 1) = ANY ('{buyer,frozen,merchant,available,deposit,wallet,points,supplier,payout_transit,fund,commission,receivable,settled,recourse,suspense,charged_back,rail_fees,promotion,supplier_claim,supplier_recovery}'::text[])) AND (split_part(credit, ':'::text, 1) = ANY ('{buyer,frozen,merchant,available,deposit,wallet,points,supplier,payout_transit,fund,commission,receivable,settled,recourse,suspense,charged_back,rail_fees,promotion,supplier_claim,supplier_recovery}'::text[]))))
    posting_amount_minor_check CHECK ((amount_minor > 0))
    two_accounts CHECK ((debit <> credit))
    within_reason CHECK ((amount_minor <= '1000000000000000'::bigint))
    posting_pkey PRIMARY KEY (shop_id, posting_id)
    CREATE UNIQUE INDEX posting_once ON ledger.posting USING btree (shop_id, source_id, source, debit, credit)
    CREATE INDEX posting_xid ON ledger.posting USING brin (xid) WITH (pages_per_range='16', autosummarize='on')
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ledger.sealer
    id boolean not null default true
    below bigint not null default 0
    moved_at timestamp with time zone not null default now()
    sealer_id_check CHECK (id)
    sealer_pkey PRIMARY KEY (id)

table media.picture
    shop_id bigint not null
    hash text not null
    width integer not null
    height integer not null
    type text not null
    bytes bigint not null
    uploaded_by text not null
    uploaded_at timestamp with time zone not null default now()
    unused_since timestamp with time zone default now()
    picture_bytes_check CHECK ((bytes > 0))
    picture_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
    picture_height_check CHECK (((height >= 1) AND (height <= 16000)))
    picture_type_check CHECK ((type = ANY (ARRAY['jpeg'::text, 'png'::text])))
    picture_width_check CHECK (((width >= 1) AND (width <= 1600)))
    picture_pkey PRIMARY KEY (shop_id, hash)
    CREATE INDEX picture_hash ON media.picture USING btree (hash)
    CREATE INDEX picture_unused ON media.picture USING btree (unused_since) WHERE (unused_since IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table media.rendition
    shop_id bigint not null
    hash text not null
    width integer not null
    body bytea not null
    rendition_width_check CHECK (((width >= 1) AND (width <= 1600)))
    rendition_shop_id_hash_fkey FOREIGN KEY (shop_id, hash) REFERENCES media.picture(shop_id, hash) ON DELETE CASCADE
    rendition_pkey PRIMARY KEY (shop_id, hash, width)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table media.usage
    shop_id bigint not null
    place text not null
    subject bigint not null
    hash text not null
    usage_place_check CHECK ((place ~ '^[a-z]+$'::text))
    usage_shop_id_hash_fkey FOREIGN KEY (shop_id, hash) REFERENCES media.picture(shop_id, hash)
    usage_pkey PRIMARY KEY (shop_id, place, subject, hash)
    CREATE INDEX usage_of_picture ON media.usage USING btree (shop_id, hash)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ordering.customer_order
    shop_id bigint not null
    order_id bigint not null
    channel_id bigint not null
    external_id text
    state text not null
    payment_state text not null default 'unpaid'::text
    fulfilment_state text not null default 'waiting'::text
    settlement_state text not null default 'none'::text
    currency character(3) not null
    total_minor bigint not null
    contact bytea
    password_hash bytea
    request_key bytea
    fingerprint bytea
    late boolean not null default false
    placed_at timestamp with time zone not null default now()
    paid_at timestamp with time zone
    deadline timestamp with time zone
    commission_bp integer not null default 0
    gift boolean not null default false
    delivered_at timestamp with time zone
    review_hours integer
    review_releases boolean
    extended_seconds integer
    customer_order_commission_bp_check CHECK (((commission_bp >= 0) AND (commission_bp <= 10000)))
    customer_order_extended_seconds_check CHECK (((extended_seconds >= 1) AND (extended_seconds <= 3600)))
    customer_order_fulfilment_state_check CHECK ((fulfilment_state = ANY (ARRAY['waiting'::text, 'partial'::text, 'delivered'::text])))
    customer_order_payment_state_check CHECK ((payment_state = ANY (ARRAY['unpaid'::text, 'paid'::text, 'refunding'::text, 'part_refunded'::text, 'refunded'::text, 'charged_back'::text])))
    customer_order_review_hours_check CHECK ((review_hours > 0))
    customer_order_settlement_state_check CHECK ((settlement_state = ANY (ARRAY['none'::text, 'frozen'::text, 'released'::text, 'available'::text, 'returned'::text])))
    customer_order_state_check CHECK ((state = ANY (ARRAY['placed'::text, 'expired'::text, 'canceled'::text, 'paid'::text, 'review'::text, 'paid_late'::text, 'short'::text, 'partial'::text, 'delivered'::text, 'confirmed'::text, 'disputed'::text, 'replaced'::text, 'refunding'::text, 'refunded'::text])))
    customer_order_total_minor_check CHECK ((total_minor >= 0))
    review_is_whole CHECK (((review_hours IS NULL) = (review_releases IS NULL)))
    unfinished_has_deadline CHECK (((state <> ALL (ARRAY['placed'::text, 'paid'::text, 'review'::text, 'paid_late'::text, 'short'::text, 'partial'::text, 'delivered'::text, 'disputed'::text, 'replaced'::text, 'refunding'::text])) OR (deadline IS NOT NULL)))
    customer_order_pkey PRIMARY KEY (shop_id, order_id)
    CREATE INDEX order_deadline ON ordering.customer_order USING btree (deadline) WHERE (deadline IS NOT NULL)
    CREATE UNIQUE INDEX order_external ON ordering.customer_order USING btree (shop_id, channel_id, external_id) WHERE (external_id IS NOT NULL)
    CREATE INDEX order_owed ON ordering.customer_order USING btree (shop_id, paid_at, order_id) WHERE (state = ANY (ARRAY['paid_late'::text, 'short'::text, 'partial'::text]))
    CREATE UNIQUE INDEX order_request ON ordering.customer_order USING btree (shop_id, request_key) WHERE (request_key IS NOT NULL)
    CREATE INDEX order_review ON ordering.customer_order USING btree (shop_id, deadline) WHERE (state = 'review'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ordering.gift
    shop_id bigint not null
    order_id bigint not null
    link_hash bytea not null
    link_ends_at timestamp with time zone not null
    receiver_hash bytea
    opened_at timestamp with time zone
    opened_by_somebody CHECK (((opened_at IS NULL) = (receiver_hash IS NULL)))
    gift_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES ordering.customer_order(shop_id, order_id)
    gift_pkey PRIMARY KEY (shop_id, order_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ordering.late_rule
    shop_id bigint not null
    canceled text not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    late_rule_canceled_check CHECK ((canceled = ANY (ARRAY['serve'::text, 'refund'::text])))
    late_rule_pkey PRIMARY KEY (shop_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ordering.order_line
    shop_id bigint not null
    order_id bigint not null
    line integer not null
    external_line text
    sku_id bigint not null
    pool_id bigint not null
    name text not null
    quantity integer not null
    unit_minor bigint not null
    amount_minor bigint not null
    chosen bigint[]
    handed integer not null default 0
    state text not null default 'waiting'::text
    handed_within_quantity CHECK (((handed >= 0) AND (handed <= quantity)))
    order_line_amount_minor_check CHECK ((amount_minor >= 0))
    order_line_quantity_check CHECK ((quantity > 0))
    order_line_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'refunding'::text, 'refunded'::text])))
    order_line_unit_minor_check CHECK ((unit_minor >= 0))
    order_line_pkey PRIMARY KEY (shop_id, order_id, line)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table ordering.signed_in
    shop_id bigint not null
    order_id bigint not null
    account_id bigint not null
    signed_in_pkey PRIMARY KEY (shop_id, order_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.alert
    shop_id bigint not null
    alert_id bigint not null
    code text not null
    rail text not null
    account_id bigint not null
    subject text not null
    detail text not null
    what_to_do text not null
    count bigint not null default 1
    first_at timestamp with time zone not null
    last_at timestamp with time zone not null
    closed_at timestamp with time zone
    alert_pkey PRIMARY KEY (shop_id, alert_id)
    CREATE UNIQUE INDEX alert_open ON payment.alert USING btree (shop_id, rail, account_id, code, subject) WHERE (closed_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.attempt
    shop_id bigint not null
    payment_id bigint not null
    rail text not null
    method text not null
    content bytea not null
    transaction text
    started_at timestamp with time zone not null
    expires_at timestamp with time zone not null
    due_at timestamp with time zone
    tries integer not null default 0
    last_error text
    attempt_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES payment.payment(shop_id, payment_id)
    attempt_pkey PRIMARY KEY (shop_id, payment_id)
    CREATE INDEX attempt_due ON payment.attempt USING btree (due_at) WHERE (due_at IS NOT NULL)
    CREATE UNIQUE INDEX attempt_transaction ON payment.attempt USING btree (shop_id, rail, transaction) WHERE (transaction IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.payment
    shop_id bigint not null
    payment_id bigint not null
    subject bigint not null
    rail text not null
    payee text not null
    amount_minor bigint not null
    currency character(3) not null
    state text not null default 'pending'::text
    made_at timestamp with time zone not null default now()
    settled_at timestamp with time zone
    account_id bigint not null default 0
    returning_minor bigint not null default 0
    returned_minor bigint not null default 0
    charged_back_minor bigint not null default 0
    charged_back_is_said CHECK (((charged_back_minor > 0) = (state = 'charged_back'::text)))
    charged_back_within_paid CHECK (((charged_back_minor >= 0) AND (charged_back_minor <= amount_minor)))
    payment_amount_minor_check CHECK ((amount_minor > 0))
    payment_state_check CHECK ((state = ANY (ARRAY['init'::text, 'pending'::text, 'succeeded'::text, 'failed'::text, 'unknown'::text, 'closed'::text, 'refunding'::text, 'partly_refunded'::text, 'refunded'::text, 'charged_back'::text])))
    returned_means_paid CHECK (((returning_minor = 0) OR (state = ANY (ARRAY['refunding'::text, 'partly_refunded'::text, 'refunded'::text, 'charged_back'::text]))))
    returned_within_paid CHECK (((0 <= returned_minor) AND (returned_minor <= returning_minor) AND (returning_minor <= amount_minor)))
    payment_pkey PRIMARY KEY (shop_id, payment_id)
    CREATE INDEX payment_subject ON payment.payment USING btree (shop_id, subject)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.rail_account
    shop_id bigint not null
    account_id bigint not null
    rail text not null
    channel_id bigint
    payee text not null
    app text not null default ''::text
    keys bytea not null
    base_uri text
    state text not null default 'on'::text
    version bigint not null default 1
    made_at timestamp with time zone not null default now()
    rail_account_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
    rail_account_pkey PRIMARY KEY (shop_id, account_id)
    CREATE UNIQUE INDEX rail_account_id ON payment.rail_account USING btree (account_id)
    CREATE UNIQUE INDEX rail_account_once ON payment.rail_account USING btree (shop_id, rail, COALESCE(channel_id, (0)::bigint)) WHERE (state = 'on'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.rail_event
    shop_id bigint not null
    rail text not null
    event_id text not null
    payment_id bigint not null
    received_at timestamp with time zone not null default now()
    rail_event_pkey PRIMARY KEY (shop_id, rail, event_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.refund
    shop_id bigint not null
    refund_id bigint not null
    payment_id bigint not null
    subject bigint not null
    rail text not null
    amount_minor bigint not null
    currency character(3) not null
    reason text not null
    state text not null default 'due'::text
    tries integer not null default 0
    due_at timestamp with time zone not null default now()
    made_at timestamp with time zone not null default now()
    transaction text
    why text
    asked_by text not null default 'the shop''s own rules'::text
    refund_amount_minor_check CHECK ((amount_minor > 0))
    refund_state_check CHECK ((state = ANY (ARRAY['due'::text, 'processing'::text, 'succeeded'::text, 'failed'::text, 'abandoned'::text])))
    refund_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES payment.payment(shop_id, payment_id)
    refund_pkey PRIMARY KEY (shop_id, refund_id)
    CREATE INDEX refund_due ON payment.refund USING btree (due_at) WHERE (state = ANY (ARRAY['due'::text, 'processing'::text]))
    CREATE INDEX refund_failed ON payment.refund USING btree (shop_id, refund_id) WHERE (state = 'failed'::text)
    CREATE UNIQUE INDEX refund_once ON payment.refund USING btree (shop_id, payment_id, reason) WHERE (state <> 'abandoned'::text)
    CREATE INDEX refund_payment ON payment.refund USING btree (shop_id, payment_id)
    CREATE INDEX refund_subject ON payment.refund USING btree (shop_id, subject)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.split
    shop_id bigint not null
    split_id bigint not null
    payout bigint not null
    payment_id bigint not null
    rail text not null
    receiver text not null
    amount_minor bigint not null
    back_minor bigint not null default 0
    currency character(3) not null
    last boolean not null
    state text not null default 'due'::text
    why text
    made_at timestamp with time zone not null
    ended_at timestamp with time zone
    only_what_was_given_comes_back CHECK (((back_minor = 0) OR (state = 'done'::text)))
    split_amount_minor_check CHECK ((amount_minor > 0))
    split_check CHECK (((back_minor >= 0) AND (back_minor <= amount_minor)))
    split_state_check CHECK ((state = ANY (ARRAY['due'::text, 'done'::text, 'failed'::text])))
    split_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES payment.payment(shop_id, payment_id)
    split_pkey PRIMARY KEY (shop_id, split_id)
    CREATE INDEX split_due ON payment.split USING btree (shop_id, rail) WHERE (state = 'due'::text)
    CREATE INDEX split_ended ON payment.split USING btree (shop_id, rail, ended_at) WHERE (state = 'done'::text)
    CREATE INDEX split_payment ON payment.split USING btree (shop_id, payment_id)
    CREATE INDEX split_payout ON payment.split USING btree (shop_id, payout)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table payment.split_back
    shop_id bigint not null
    refund_id bigint not null
    split_id bigint not null
    back_id bigint not null
    amount_minor bigint not null
    booked boolean not null default false
    split_back_amount_minor_check CHECK ((amount_minor > 0))
    split_back_shop_id_refund_id_fkey FOREIGN KEY (shop_id, refund_id) REFERENCES payment.refund(shop_id, refund_id)
    split_back_shop_id_split_id_fkey FOREIGN KEY (shop_id, split_id) REFERENCES payment.split(shop_id, split_id)
    split_back_pkey PRIMARY KEY (shop_id, refund_id, split_id)
    CREATE INDEX split_back_split ON payment.split_back USING btree (shop_id, split_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table pricing.price
    shop_id bigint not null
    sku_id bigint not null
    position integer not null
    name text not null
    channel_id bigint
    min_quantity integer not null
    unit_minor bigint not null
    valid_from timestamp with time zone
    valid_to timestamp with time zone
    price_check CHECK ((valid_from < valid_to))
    price_min_quantity_check CHECK (((min_quantity >= 1) AND (min_quantity <= 1000)))
    price_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
    price_unit_minor_check CHECK (((unit_minor >= 1) AND (unit_minor <= '1000000000000'::bigint)))
    price_shop_id_sku_id_fkey FOREIGN KEY (shop_id, sku_id) REFERENCES pricing.price_list(shop_id, sku_id)
    price_pkey PRIMARY KEY (shop_id, sku_id, "position")
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table pricing.price_list
    shop_id bigint not null
    sku_id bigint not null
    version bigint not null
    changed_at timestamp with time zone not null default now()
    price_list_pkey PRIMARY KEY (shop_id, sku_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table privacy.affected
    shop_id bigint not null
    incident_id bigint not null
    customer_id bigint not null
    account_id bigint
    found_by text not null
    promise text
    amount_minor bigint
    currency character(3)
    promised_at timestamp with time zone
    kept_at timestamp with time zone
    kept_was_promised CHECK (((kept_at IS NULL) OR (promised_at IS NOT NULL)))
    promise_has_time CHECK (((promise IS NULL) = (promised_at IS NULL)))
    affected_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(incident_id)
    affected_pkey PRIMARY KEY (shop_id, incident_id, customer_id)
    CREATE INDEX affected_account ON privacy.affected USING btree (account_id) WHERE (account_id IS NOT NULL)
    CREATE INDEX affected_of_incident ON privacy.affected USING btree (incident_id, customer_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table privacy.erasure
    erasure_id bigint not null
    account_id bigint not null
    state text not null default 'cooling'::text
    asked_at timestamp with time zone not null
    due_at timestamp with time zone not null
    ended_at timestamp with time zone
    report jsonb
    done_has_report CHECK (((state <> 'done'::text) OR (report IS NOT NULL)))
    erasure_state_check CHECK ((state = ANY (ARRAY['cooling'::text, 'withdrawn'::text, 'done'::text])))
    erasure_pkey PRIMARY KEY (erasure_id)
    CREATE INDEX erasure_due ON privacy.erasure USING btree (due_at) WHERE (state = 'cooling'::text)
    CREATE INDEX erasure_of_account ON privacy.erasure USING btree (account_id, erasure_id)
    CREATE UNIQUE INDEX erasure_once ON privacy.erasure USING btree (account_id) WHERE (state = 'cooling'::text)

table privacy.export
    export_id bigint not null
    account_id bigint not null
    state text not null default 'queued'::text
    done_parts integer not null default 0
    all_parts integer not null default 0
    size_bytes bigint not null default 0
    asked_at timestamp with time zone not null
    run_until timestamp with time zone
    expires_at timestamp with time zone
    done_expires CHECK (((state <> 'done'::text) OR (expires_at IS NOT NULL)))
    export_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'over'::text])))
    export_pkey PRIMARY KEY (export_id)
    CREATE INDEX export_expiry ON privacy.export USING btree (expires_at) WHERE (state = 'done'::text)
    CREATE INDEX export_of_account ON privacy.export USING btree (account_id, export_id)
    CREATE UNIQUE INDEX export_one_at_a_time ON privacy.export USING btree (account_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))
    CREATE INDEX export_waiting ON privacy.export USING btree (export_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))

table privacy.export_piece
    export_id bigint not null
    piece integer not null
    sealed bytea not null
    export_piece_export_id_fkey FOREIGN KEY (export_id) REFERENCES privacy.export(export_id)
    export_piece_pkey PRIMARY KEY (export_id, piece)

table privacy.incident
    incident_id bigint not null
    title text not null
    description bytea not null
    known_at timestamp with time zone not null
    opened_by text not null
    investigate_by timestamp with time zone not null
    publish_by timestamp with time zone not null
    compensate_by timestamp with time zone not null
    investigated_at timestamp with time zone
    published_at timestamp with time zone
    compensated_at timestamp with time zone
    ended_at timestamp with time zone
    clocks_run_in_order CHECK (((known_at < investigate_by) AND (investigate_by < publish_by) AND (publish_by < compensate_by)))
    incident_pkey PRIMARY KEY (incident_id)
    CREATE INDEX incident_open ON privacy.incident USING btree (incident_id) WHERE (ended_at IS NULL)

table privacy.incident_step
    incident_id bigint not null
    step_id bigint not null
    kind text not null
    words text not null
    by_name text not null
    at timestamp with time zone not null
    incident_step_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'note'::text, 'investigated'::text, 'affected'::text, 'published'::text, 'compensated'::text, 'overdue'::text, 'ended'::text])))
    incident_step_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(incident_id)
    incident_step_pkey PRIMARY KEY (incident_id, step_id)
    CREATE UNIQUE INDEX incident_overdue_once ON privacy.incident_step USING btree (incident_id, words) WHERE (kind = 'overdue'::text)

table privacy.publication
    incident_id bigint not null
    version integer not null
    text_zh text not null
    text_en text not null
    by_name text not null
    published_at timestamp with time zone not null
    publication_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(incident_id)
    publication_pkey PRIMARY KEY (incident_id, version)

table privacy.retention_run
    run_id bigint not null
    kind text not null
    keep_days integer not null
    older_than timestamp with time zone not null
    removed bigint not null
    finished boolean not null
    ran_at timestamp with time zone not null
    retention_run_pkey PRIMARY KEY (run_id)
    CREATE INDEX retention_run_at ON privacy.retention_run USING btree (ran_at)

table privacy.rule
    kind text not null
    from_day date not null
    keep_days integer not null
    erasable boolean not null
    why_en text not null
    why_zh text not null
    source text not null
    rule_keep_days_check CHECK ((keep_days > 0))
    rule_pkey PRIMARY KEY (kind, from_day)

table risk.counter
    shop_id bigint not null
    dimension text not null
    deed text not null
    key bigint not null
    stretch_length text not null
    stretch bigint not null
    count bigint not null
    bits bit(512)
    seen_at timestamp with time zone not null
    counter_count_check CHECK ((count >= 0))
    counter_pkey PRIMARY KEY (shop_id, dimension, deed, key, stretch_length, stretch)
    CREATE INDEX counter_seen ON risk.counter USING brin (seen_at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table risk.decision
    shop_id bigint not null
    decision_id bigint not null
    at timestamp with time zone not null
    act text not null
    subject bigint not null
    channel_id bigint not null
    profile text not null
    versions text not null
    outcome text not null
    score integer not null
    weight integer not null
    fired text[] not null
    facts jsonb not null
    person bigint
    device bigint
    address bigint
    range bigint
    payer bigint
    decision_outcome_check CHECK ((outcome = ANY (ARRAY['allow'::text, 'challenge'::text, 'hold'::text, 'refuse'::text])))
    decision_weight_check CHECK ((weight > 0))
    decision_pkey PRIMARY KEY (shop_id, decision_id)
    CREATE INDEX decision_at ON risk.decision USING brin (at)
    CREATE INDEX decision_strict ON risk.decision USING btree (shop_id, decision_id) WHERE (outcome <> 'allow'::text)
    CREATE INDEX decision_subject ON risk.decision USING btree (shop_id, subject)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table risk.listed
    shop_id bigint not null
    entry_id bigint not null
    list text not null
    dimension text not null
    key bigint not null
    hint text not null
    reason text not null
    added_by text not null
    added_at timestamp with time zone not null default now()
    ends_at timestamp with time zone
    listed_dimension_check CHECK ((dimension = ANY (ARRAY['person'::text, 'device'::text, 'address'::text, 'range'::text, 'payer'::text])))
    listed_list_check CHECK ((list = ANY (ARRAY['allow'::text, 'deny'::text])))
    listed_pkey PRIMARY KEY (shop_id, entry_id)
    CREATE UNIQUE INDEX listed_once ON risk.listed USING btree (shop_id, list, dimension, key)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table risk.rule_set
    shop_id bigint not null
    profile text not null
    version bigint not null
    rules jsonb not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    rule_set_version_check CHECK ((version > 0))
    rule_set_pkey PRIMARY KEY (shop_id, profile, version)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.bill_check
    shop_id bigint not null
    rail text not null
    day date not null
    lines integer not null
    matched integer not null
    differences integer not null
    checked_at timestamp with time zone not null default now()
    bill_check_pkey PRIMARY KEY (shop_id, rail, day)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.deposit_move
    shop_id bigint not null
    move_id bigint not null
    kind text not null
    amount_minor bigint not null
    currency character(3) not null
    reason text not null
    made_by text not null
    made_at timestamp with time zone not null default now()
    deposit_move_amount_minor_check CHECK ((amount_minor > 0))
    deposit_move_kind_check CHECK ((kind = ANY (ARRAY['topped_up'::text, 'returned'::text, 'used'::text])))
    deposit_move_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    deposit_move_pkey PRIMARY KEY (shop_id, move_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.deposit_requirement
    shop_id bigint not null
    currency character(3) not null
    required_minor bigint not null
    reason text not null
    changed_by text not null
    changed_at timestamp with time zone not null default now()
    deposit_requirement_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    deposit_requirement_required_minor_check CHECK ((required_minor >= 0))
    deposit_requirement_pkey PRIMARY KEY (shop_id, currency)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.difference
    shop_id bigint not null
    difference_id bigint not null
    rail text not null
    day date not null
    movement text not null
    number text not null
    kind text not null
    currency character(3) not null
    books_minor bigint
    own_minor bigint
    bill_minor bigint
    fee_minor bigint
    proposal text not null
    state text not null default 'open'::text
    note text
    ended_by text
    found_at timestamp with time zone not null default now()
    ended_at timestamp with time zone
    difference_kind_check CHECK ((kind = ANY (ARRAY['missing_here'::text, 'missing_there'::text, 'amount_differs'::text, 'fee_differs'::text, 'books_differ'::text])))
    difference_movement_check CHECK ((movement = ANY (ARRAY['payment'::text, 'refund'::text, 'payout'::text])))
    difference_state_check CHECK ((state = ANY (ARRAY['open'::text, 'corrected'::text, 'explained'::text, 'gone'::text])))
    difference_pkey PRIMARY KEY (shop_id, difference_id)
    CREATE UNIQUE INDEX difference_once ON settlement.difference USING btree (shop_id, rail, day, movement, number, kind)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.invoice
    shop_id bigint not null
    year integer not null
    number integer not null
    month date not null
    title text not null
    tax_number text not null
    currency character(3) not null
    net_minor bigint not null
    tax_bp integer not null
    tax_minor bigint not null
    total_minor bigint not null
    issued_by text not null
    issued_at timestamp with time zone not null default now()
    adds_up CHECK (((net_minor + tax_minor) = total_minor))
    invoice_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
    invoice_net_minor_check CHECK ((net_minor > 0))
    invoice_number_check CHECK ((number > 0))
    invoice_tax_bp_check CHECK (((tax_bp >= 0) AND (tax_bp <= 10000)))
    invoice_tax_minor_check CHECK ((tax_minor >= 0))
    invoice_tax_number_check CHECK ((length(tax_number) <= 40))
    invoice_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
    invoice_pkey PRIMARY KEY (shop_id, year, number)
    CREATE UNIQUE INDEX invoiced_once ON settlement.invoice USING btree (shop_id, month, currency)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.invoice_number
    shop_id bigint not null
    year integer not null
    last integer not null
    invoice_number_pkey PRIMARY KEY (shop_id, year)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.order_rate
    shop_id bigint not null
    order_id bigint not null
    amount_minor bigint not null
    currency character(3) not null
    home character(3) not null
    rate_e9 bigint
    home_minor bigint
    source text
    paid_at timestamp with time zone not null
    rate_or_none CHECK (((rate_e9 IS NULL) = (home_minor IS NULL)))
    order_rate_pkey PRIMARY KEY (shop_id, order_id)
    CREATE INDEX order_rate_paid ON settlement.order_rate USING btree (paid_at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.payout
    shop_id bigint not null
    payout_id bigint not null
    receiver_id bigint not null
    rail text not null
    amount_minor bigint not null
    currency character(3) not null
    state text not null default 'requested'::text
    requested_by text not null
    requested_at timestamp with time zone not null default now()
    decided_by text
    decided_at timestamp with time zone
    ended_at timestamp with time zone
    reason text
    tries integer not null default 0
    due_at timestamp with time zone
    decided_by_somebody CHECK (((state = 'requested'::text) OR (decided_by IS NOT NULL)))
    payout_amount_minor_check CHECK ((amount_minor > 0))
    payout_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'sent'::text, 'succeeded'::text, 'failed'::text, 'rejected'::text])))
    two_people CHECK (((decided_by IS NULL) OR (decided_by <> requested_by)))
    payout_shop_id_receiver_id_fkey FOREIGN KEY (shop_id, receiver_id) REFERENCES settlement.receiver(shop_id, receiver_id)
    payout_pkey PRIMARY KEY (shop_id, payout_id)
    CREATE INDEX payout_due ON settlement.payout USING btree (due_at) WHERE (state = ANY (ARRAY['approved'::text, 'sent'::text]))
    CREATE INDEX payout_receiver ON settlement.payout USING btree (shop_id, receiver_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.rail_terms
    rail text not null
    from_day date not null
    licensed boolean not null
    split_max_bp integer not null
    freeze_days_max integer not null
    fee_bp integer not null
    receivers_max integer not null
    payout_min_minor bigint not null
    payout_max_minor bigint not null
    source text not null
    made_at timestamp with time zone not null default now()
    payout_range CHECK ((payout_max_minor >= payout_min_minor))
    rail_terms_fee_bp_check CHECK (((fee_bp >= 0) AND (fee_bp <= 10000)))
    rail_terms_freeze_days_max_check CHECK ((freeze_days_max > 0))
    rail_terms_payout_min_minor_check CHECK ((payout_min_minor > 0))
    rail_terms_receivers_max_check CHECK ((receivers_max > 0))
    rail_terms_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
    rail_terms_split_max_bp_check CHECK (((split_max_bp >= 0) AND (split_max_bp <= 10000)))
    rail_terms_pkey PRIMARY KEY (rail, from_day)

table settlement.rate
    currency character(3) not null
    from_at timestamp with time zone not null
    rate_e9 bigint not null
    source text not null
    told_by text not null
    told_at timestamp with time zone not null default now()
    rate_rate_e9_check CHECK ((rate_e9 > 0))
    rate_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
    rate_pkey PRIMARY KEY (currency, from_at)

table settlement.receiver
    shop_id bigint not null
    receiver_id bigint not null
    rail text not null
    account text not null
    made_by text not null
    made_at timestamp with time zone not null default now()
    removed_at timestamp with time zone
    receiver_account_check CHECK (((length(account) >= 1) AND (length(account) <= 64)))
    receiver_pkey PRIMARY KEY (shop_id, receiver_id)
    CREATE UNIQUE INDEX receiver_once ON settlement.receiver USING btree (shop_id, rail, account) WHERE (removed_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table settlement.sale_terms
    shop_id bigint not null
    terms_id bigint not null
    channel_id bigint
    commission_bp integer not null
    draw_after_hours integer not null
    from_at timestamp with time zone not null
    reason text not null
    made_by text not null
    made_at timestamp with time zone not null default now()
    sale_terms_commission_bp_check CHECK (((commission_bp >= 0) AND (commission_bp <= 10000)))
    sale_terms_draw_after_hours_check CHECK (((draw_after_hours >= 0) AND (draw_after_hours <= 8760)))
    sale_terms_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    sale_terms_pkey PRIMARY KEY (shop_id, terms_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.application
    id bigint not null
    account_id bigint not null
    slug text not null
    name text not null
    currency text not null
    category text not null default ''::text
    company text not null default ''::text
    reason text not null default ''::text
    origin bytea
    state text not null
    asked_at timestamp with time zone not null default now()
    decided_by text
    decided_at timestamp with time zone
    verdict text not null default ''::text
    opened bigint
    application_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
    application_check1 CHECK (((state = 'approved'::text) = (opened IS NOT NULL)))
    application_origin_check CHECK ((length(origin) = 16))
    application_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
    application_account_id_fkey FOREIGN KEY (account_id) REFERENCES shop.holder(account_id)
    application_pkey PRIMARY KEY (id)
    CREATE INDEX application_account ON shop.application USING btree (account_id, id)
    CREATE INDEX application_opened ON shop.application USING btree (opened) WHERE (opened IS NOT NULL)
    CREATE INDEX application_queue ON shop.application USING btree (id) WHERE (state = 'waiting'::text)
    CREATE UNIQUE INDEX application_waiting ON shop.application USING btree (account_id) WHERE (state = 'waiting'::text)

table shop.domain
    shop_id bigint not null
    host text not null
    proof text not null
    state text not null default 'asked'::text
    asked_at timestamp with time zone not null default now()
    proved_at timestamp with time zone
    domain_check CHECK (((state = 'proved'::text) = (proved_at IS NOT NULL)))
    domain_host_check CHECK (((host ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$'::text) AND (length(host) <= 200)))
    domain_proof_check CHECK (((length(proof) >= 20) AND (length(proof) <= 80)))
    domain_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'proved'::text])))
    domain_pkey PRIMARY KEY (shop_id, host)
    CREATE UNIQUE INDEX domain_proved ON shop.domain USING btree (host) WHERE (state = 'proved'::text)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.former_slug
    shop_id bigint not null
    slug text not null
    left_at timestamp with time zone not null default now()
    former_slug_pkey PRIMARY KEY (shop_id, slug)
    CREATE UNIQUE INDEX former_slug_text ON shop.former_slug USING btree (slug)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.holder
    account_id bigint not null
    kind text not null default 'individual'::text
    changed_at timestamp with time zone not null default now()
    holder_kind_check CHECK ((kind = ANY (ARRAY['individual'::text, 'company'::text])))
    holder_pkey PRIMARY KEY (account_id)

table shop.holding_rule
    kind text not null
    from_day date not null
    most integer not null
    set_by text not null
    reason text not null
    set_at timestamp with time zone not null default now()
    holding_rule_kind_check CHECK ((kind = ANY (ARRAY['individual'::text, 'company'::text])))
    holding_rule_most_check CHECK (((most >= 0) AND (most <= 1000)))
    holding_rule_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    holding_rule_pkey PRIMARY KEY (kind, from_day)

table shop.presentation
    shop_id bigint not null
    category text not null default ''::text
    display jsonb not null
    marketing jsonb not null
    recommendation jsonb not null
    changed_at timestamp with time zone not null default now()
    presentation_category_check CHECK ((length(category) <= 40))
    presentation_pkey PRIMARY KEY (shop_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.share
    shop_id bigint not null
    share_id bigint not null
    to_shop bigint not null
    kind text not null
    pool_id bigint
    given_by text not null
    reason text not null
    given_at timestamp with time zone not null default now()
    ended_by text
    ended_at timestamp with time zone
    share_check CHECK ((to_shop <> shop_id))
    share_check1 CHECK (((kind = 'pool'::text) = (pool_id IS NOT NULL)))
    share_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
    share_kind_check CHECK ((kind = ANY (ARRAY['pool'::text, 'customers'::text, 'wallet'::text])))
    share_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    share_pkey PRIMARY KEY (shop_id, share_id)
    CREATE UNIQUE INDEX share_open ON shop.share USING btree (shop_id, to_shop, kind, COALESCE(pool_id, (0)::bigint)) WHERE (ended_at IS NULL)
    CREATE INDEX share_to ON shop.share USING btree (to_shop) WHERE (ended_at IS NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.shop
    shop_id bigint not null
    slug text not null
    name text not null
    state text not null default 'open'::text
    currency text not null
    page_id bigint not null
    opened_at timestamp with time zone not null default now()
    changed_at timestamp with time zone not null default now()
    shop_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
    shop_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
    shop_slug_check CHECK (((slug ~ '^[a-z0-9](-?[a-z0-9])+$'::text) AND ((length(slug) >= 2) AND (length(slug) <= 40))))
    shop_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'suspended'::text])))
    shop_pkey PRIMARY KEY (shop_id)
    CREATE UNIQUE INDEX shop_slug ON shop.shop USING btree (slug)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table shop.transfer
    shop_id bigint not null
    transfer_id bigint not null
    from_account bigint not null
    to_hash bytea not null
    secret bytea not null
    state text not null default 'offered'::text
    offered_at timestamp with time zone not null default now()
    until timestamp with time zone not null
    to_account bigint
    ended_at timestamp with time zone
    transfer_check CHECK (((state = 'accepted'::text) = (to_account IS NOT NULL)))
    transfer_check1 CHECK (((state = 'offered'::text) = (ended_at IS NULL)))
    transfer_secret_check CHECK ((length(secret) = 32))
    transfer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'withdrawn'::text, 'lapsed'::text])))
    transfer_to_hash_check CHECK ((length(to_hash) = 16))
    transfer_pkey PRIMARY KEY (shop_id, transfer_id)
    CREATE UNIQUE INDEX transfer_open ON shop.transfer USING btree (shop_id) WHERE (state = 'offered'::text)
    CREATE UNIQUE INDEX transfer_secret ON shop.transfer USING btree (secret)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.bot
    shop_id bigint not null
    channel_id bigint not null
    base_uri text not null
    token bytea not null
    secret_hash bytea not null
    bot_secret_hash_check CHECK ((octet_length(secret_hash) = 16))
    bot_shop_id_channel_id_fkey FOREIGN KEY (shop_id, channel_id) REFERENCES storefront.own_channel(shop_id, channel_id)
    bot_pkey PRIMARY KEY (shop_id, channel_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.bot_message
    shop_id bigint not null
    message_id bigint not null
    channel_id bigint not null
    method text not null
    order_id bigint
    line integer
    state text not null default 'due'::text
    attempts integer not null default 0
    due_at timestamp with time zone not null
    body bytea not null
    bot_message_state_check CHECK ((state = ANY (ARRAY['due'::text, 'done'::text, 'failed'::text])))
    bot_message_pkey PRIMARY KEY (shop_id, message_id)
    CREATE INDEX bot_message_due ON storefront.bot_message USING btree (due_at) WHERE (state = 'due'::text)
    CREATE UNIQUE INDEX bot_message_line ON storefront.bot_message USING btree (shop_id, order_id, line) WHERE (line IS NOT NULL)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.bot_order
    shop_id bigint not null
    order_id bigint not null
    channel_id bigint not null
    chinese boolean not null
    chat bytea not null
    ordered_at timestamp with time zone not null default now()
    bot_order_pkey PRIMARY KEY (shop_id, order_id)
    CREATE INDEX bot_order_at ON storefront.bot_order USING btree (ordered_at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.bot_update
    shop_id bigint not null
    channel_id bigint not null
    update_id bigint not null
    at timestamp with time zone not null
    bot_update_pkey PRIMARY KEY (shop_id, channel_id, update_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.click
    shop_id bigint not null
    click_id bigint not null
    product_id bigint not null
    channel_id bigint not null
    source text not null
    campaign text not null
    visitor bytea not null
    at timestamp with time zone not null
    click_campaign_check CHECK ((length(campaign) <= 60))
    click_source_check CHECK ((length(source) <= 60))
    click_visitor_check CHECK ((octet_length(visitor) = 16))
    click_pkey PRIMARY KEY (shop_id, click_id)
    CREATE INDEX click_of_product ON storefront.click USING btree (shop_id, product_id, at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.hand_off
    shop_id bigint not null
    hand_off_id bigint not null
    channel_id bigint not null
    source text not null
    campaign text not null
    code_hash bytea not null
    token_hash bytea not null
    content bytea
    made_at timestamp with time zone not null
    code_until timestamp with time zone not null
    link_until timestamp with time zone not null
    received_at timestamp with time zone
    received_on bigint
    hand_off_campaign_check CHECK ((length(campaign) <= 60))
    hand_off_code_hash_check CHECK ((octet_length(code_hash) = 16))
    hand_off_source_check CHECK ((length(source) <= 60))
    hand_off_token_hash_check CHECK ((octet_length(token_hash) = 16))
    received_is_taken_along CHECK (((received_at IS NULL) OR (content IS NULL)))
    hand_off_pkey PRIMARY KEY (shop_id, hand_off_id)
    CREATE UNIQUE INDEX hand_off_code ON storefront.hand_off USING btree (shop_id, code_hash)
    CREATE INDEX hand_off_made ON storefront.hand_off USING btree (made_at)
    CREATE UNIQUE INDEX hand_off_token ON storefront.hand_off USING btree (shop_id, token_hash)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.own_channel
    shop_id bigint not null
    channel_id bigint not null
    kind text not null
    name text not null
    public_key text not null
    origins text not null default ''::text
    is_on boolean not null default true
    made_at timestamp with time zone not null default now()
    own_channel_kind_check CHECK ((kind = ANY (ARRAY['page'::text, 'widget'::text, 'till'::text, 'bot'::text, 'showcase'::text])))
    own_channel_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
    own_channel_pkey PRIMARY KEY (shop_id, channel_id)
    own_channel_shop_id_public_key_key UNIQUE (shop_id, public_key)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.redemption
    shop_id bigint not null
    redemption_id bigint not null
    channel_id bigint not null
    serial text not null
    card_id bigint not null
    uses integer not null
    redeemed_by text not null
    redeemed_at timestamp with time zone not null
    reversed_by text
    reversed_at timestamp with time zone
    reason text
    redemption_serial_check CHECK (((length(serial) >= 1) AND (length(serial) <= 64)))
    redemption_uses_check CHECK ((uses > 0))
    reversed_by_somebody CHECK (((reversed_at IS NULL) = (reversed_by IS NULL)))
    redemption_shop_id_card_id_fkey FOREIGN KEY (shop_id, card_id) REFERENCES storefront.voucher(shop_id, card_id)
    redemption_pkey PRIMARY KEY (shop_id, redemption_id)
    redemption_shop_id_channel_id_serial_key UNIQUE (shop_id, channel_id, serial)
    CREATE INDEX redemption_card ON storefront.redemption USING btree (shop_id, card_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.showcase
    shop_id bigint not null
    product_id bigint not null
    target text not null
    listing_channel_id bigint
    showcase_target_check CHECK (((target ~ '^https://'::text) AND (length(target) <= 1000)))
    showcase_pkey PRIMARY KEY (shop_id, product_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.voucher
    shop_id bigint not null
    card_id bigint not null
    pool_id bigint not null
    uses_max integer not null
    uses_left integer not null
    voucher_check CHECK (((uses_left >= 0) AND (uses_left <= uses_max)))
    voucher_uses_max_check CHECK ((uses_max > 0))
    voucher_pkey PRIMARY KEY (shop_id, card_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table storefront.voucher_pool
    shop_id bigint not null
    pool_id bigint not null
    uses integer not null
    reversal_minutes integer not null
    voucher_pool_reversal_minutes_check CHECK (((reversal_minutes >= 0) AND (reversal_minutes <= 10080)))
    voucher_pool_uses_check CHECK (((uses >= 1) AND (uses <= 1000)))
    voucher_pool_pkey PRIMARY KEY (shop_id, pool_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.card
    shop_id bigint not null
    card_id bigint not null
    pool_id bigint not null
    batch_id bigint not null
    holder bigint
    premium_minor bigint not null default 0
    expires_at timestamp with time zone not null default 'infinity'::timestamp with time zone
    line_no integer not null
    uses_max integer not null
    uses_left integer not null
    uses_void integer not null default 0
    per_day integer
    day date
    day_uses integer not null default 0
    state text not null
    fingerprint bytea not null
    sealed bytea not null
    label text
    card_check CHECK (((uses_left + uses_void) <= uses_max))
    card_check1 CHECK (((per_day IS NULL) OR (day_uses <= per_day)))
    card_check2 CHECK (((state = ANY (ARRAY['available'::text, 'chosen'::text, 'consigned'::text])) = (uses_left > 0)))
    card_check3 CHECK (((state <> 'chosen'::text) OR ((holder IS NOT NULL) AND (uses_max = 1))))
    card_consigned_check CHECK (((state <> 'consigned'::text) OR ((holder IS NOT NULL) AND (uses_max = 1))))
    card_day_uses_check CHECK ((day_uses >= 0))
    card_fingerprint_check CHECK ((octet_length(fingerprint) = 16))
    card_per_day_check CHECK ((per_day > 0))
    card_premium_minor_check CHECK ((premium_minor >= 0))
    card_state_check CHECK ((state = ANY (ARRAY['available'::text, 'chosen'::text, 'consigned'::text, 'delivered'::text, 'void'::text])))
    card_uses_left_check CHECK ((uses_left >= 0))
    card_uses_max_check CHECK ((uses_max > 0))
    card_uses_void_check CHECK ((uses_void >= 0))
    card_pkey PRIMARY KEY (shop_id, card_id)
    CREATE INDEX card_chosen ON vault.card USING btree (shop_id, holder) WHERE (state = 'chosen'::text)
    CREATE INDEX card_claim ON vault.card USING btree (shop_id, pool_id, expires_at, card_id) WHERE (state = 'available'::text)
    CREATE INDEX card_consigned ON vault.card USING btree (shop_id, holder) WHERE (state = 'consigned'::text)
    CREATE INDEX card_expiring ON vault.card USING btree (expires_at) WHERE ((state = 'available'::text) AND (expires_at < 'infinity'::timestamp with time zone))
    CREATE UNIQUE INDEX card_fingerprint ON vault.card USING btree (fingerprint, shop_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.delivery
    shop_id bigint not null
    holder bigint not null
    line integer not null
    unit integer not null
    pool_id bigint not null
    card_id bigint not null
    single boolean not null
    at timestamp with time zone not null
    opened_at timestamp with time zone
    voided_at timestamp with time zone
    delivery_unit_check CHECK ((unit > 0))
    delivery_pkey PRIMARY KEY (shop_id, holder, line, unit)
    CREATE INDEX delivery_shared ON vault.delivery USING btree (shop_id, card_id) WHERE (NOT single)
    CREATE UNIQUE INDEX delivery_single ON vault.delivery USING btree (shop_id, card_id) WHERE single
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.import
    shop_id bigint not null
    import_id bigint not null
    pool_id bigint not null
    state text not null
    format text not null
    header text
    charset text not null
    uses integer not null
    per_day integer
    expires_at timestamp with time zone not null
    stored bigint not null default 0
    position bigint not null default 0
    lines integer not null default 0
    loaded integer not null default 0
    uses_loaded bigint not null default 0
    duplicates integer not null default 0
    elsewhere integer not null default 0
    errors integer not null default 0
    first_card bigint
    last_card bigint
    recalled_uses bigint not null default 0
    attempts integer not null default 0
    lease bigint
    lease_until timestamp with time zone
    created_by text not null
    created_at timestamp with time zone not null
    queued_at timestamp with time zone
    finished_at timestamp with time zone
    supplier text not null default ''::text
    import_charset_check CHECK ((charset = ANY (ARRAY['auto'::text, 'utf-8'::text, 'gb18030'::text, 'utf-16le'::text, 'utf-16be'::text])))
    import_check CHECK ((("position" >= 0) AND ("position" <= stored)))
    import_format_check CHECK ((format = ANY (ARRAY['auto'::text, 'code'::text, 'dashes'::text, 'comma'::text, 'tab'::text, 'pipe'::text, 'space'::text, 'csv'::text])))
    import_per_day_check CHECK ((per_day > 0))
    import_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
    import_stored_check CHECK ((stored >= 0))
    import_supplier_check CHECK ((length(supplier) <= 80))
    import_uses_check CHECK ((uses > 0))
    import_pkey PRIMARY KEY (shop_id, import_id)
    CREATE INDEX import_due ON vault.import USING btree (queued_at) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.import_chunk
    shop_id bigint not null
    import_id bigint not null
    from_byte bigint not null
    plain_bytes integer not null
    sealed bytea not null
    import_chunk_plain_bytes_check CHECK ((plain_bytes > 0))
    import_chunk_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES vault.import(shop_id, import_id)
    import_chunk_pkey PRIMARY KEY (shop_id, import_id, from_byte)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.import_error
    shop_id bigint not null
    import_id bigint not null
    line_no integer not null
    code text not null
    import_error_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES vault.import(shop_id, import_id)
    import_error_pkey PRIMARY KEY (shop_id, import_id, line_no)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table vault.reveal_log
    shop_id bigint not null
    log_id bigint not null
    kind text not null
    opened_by text not null
    card_id bigint
    holder bigint
    line integer
    unit integer
    batch_id bigint
    at timestamp with time zone not null
    reveal_log_kind_check CHECK ((kind = ANY (ARRAY['buyer'::text, 'channel'::text, 'staff'::text, 'export'::text, 'grant'::text])))
    reveal_log_pkey PRIMARY KEY (shop_id, log_id)
    CREATE INDEX reveal_log_card ON vault.reveal_log USING btree (shop_id, card_id)
    CREATE INDEX reveal_log_holder ON vault.reveal_log USING btree (shop_id, holder)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table wallet.gift_card
    shop_id bigint not null
    card_id bigint not null
    sealed bytea not null
    code_hash bytea not null
    amount_minor bigint not null
    left_minor bigint not null
    currency character(3) not null
    state text not null default 'issued'::text
    expires_at timestamp with time zone not null
    made_by text not null
    made_at timestamp with time zone not null
    gift_card_amount_minor_check CHECK ((amount_minor > 0))
    gift_card_state_check CHECK ((state = ANY (ARRAY['issued'::text, 'used'::text, 'void'::text])))
    never_more_than_issued CHECK (((left_minor >= 0) AND (left_minor <= amount_minor)))
    used_is_empty CHECK (((state = 'issued'::text) = (left_minor > 0)))
    gift_card_pkey PRIMARY KEY (shop_id, card_id)
    CREATE UNIQUE INDEX gift_card_code ON wallet.gift_card USING btree (code_hash)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table wallet.limit_rule
    kind text not null
    name text not null
    from_day date not null
    value bigint not null
    source text not null
    limit_rule_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'bearer'::text])))
    limit_rule_name_check CHECK ((name = ANY (ARRAY['cardMax'::text, 'balanceMax'::text, 'dayInMax'::text, 'yearInMax'::text, 'realNameFrom'::text, 'validDaysMin'::text])))
    limit_rule_value_check CHECK ((value >= 0))
    limit_rule_pkey PRIMARY KEY (kind, name, from_day)

table wallet.movement
    shop_id bigint not null
    movement_id bigint not null
    wallet_id bigint not null
    kind text not null
    source text not null
    amount_minor bigint not null
    balance_minor bigint not null
    settled boolean not null default true
    made_at timestamp with time zone not null
    movement_amount_minor_check CHECK ((amount_minor <> 0))
    movement_balance_minor_check CHECK ((balance_minor >= 0))
    movement_kind_check CHECK ((kind = ANY (ARRAY['top_up'::text, 'gift'::text, 'payment'::text, 'refund'::text])))
    movement_shop_id_wallet_id_fkey FOREIGN KEY (shop_id, wallet_id) REFERENCES wallet.wallet(shop_id, wallet_id)
    movement_pkey PRIMARY KEY (shop_id, movement_id)
    CREATE UNIQUE INDEX movement_once ON wallet.movement USING btree (shop_id, source)
    CREATE INDEX movement_unsettled ON wallet.movement USING btree (movement_id) WHERE (NOT settled)
    CREATE INDEX movement_wallet ON wallet.movement USING btree (shop_id, wallet_id, movement_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table wallet.offer
    shop_id bigint not null
    allowed boolean not null
    offer_pkey PRIMARY KEY (shop_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table wallet.top_up
    shop_id bigint not null
    top_up_id bigint not null
    wallet_id bigint not null
    amount_minor bigint not null
    currency character(3) not null
    state text not null default 'open'::text
    made_at timestamp with time zone not null
    top_up_amount_minor_check CHECK ((amount_minor > 0))
    top_up_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text])))
    top_up_shop_id_wallet_id_fkey FOREIGN KEY (shop_id, wallet_id) REFERENCES wallet.wallet(shop_id, wallet_id)
    top_up_pkey PRIMARY KEY (shop_id, top_up_id)
    CREATE INDEX top_up_wallet ON wallet.top_up USING btree (shop_id, wallet_id)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table wallet.wallet
    shop_id bigint not null
    wallet_id bigint not null
    key_hash bytea not null
    kind text not null
    contact bytea
    real_name boolean not null default false
    currency character(3) not null
    balance_minor bigint not null default 0
    made_at timestamp with time zone not null
    never_below_zero CHECK ((balance_minor >= 0))
    registered_by_contact CHECK (((kind = 'registered'::text) = (contact IS NOT NULL)))
    wallet_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'bearer'::text])))
    wallet_pkey PRIMARY KEY (shop_id, wallet_id)
    CREATE UNIQUE INDEX wallet_key ON wallet.wallet USING btree (shop_id, key_hash)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

table web.idempotency
    shop_id bigint not null
    key bytea not null
    fingerprint bytea not null
    state text not null
    status integer
    answer bytea
    started_at timestamp with time zone not null
    idempotency_check CHECK (((state = 'running'::text) OR ((status IS NOT NULL) AND (answer IS NOT NULL))))
    idempotency_fingerprint_check CHECK ((length(fingerprint) = 32))
    idempotency_key_check CHECK ((length(key) = 32))
    idempotency_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
    idempotency_pkey PRIMARY KEY (shop_id, key)
    CREATE INDEX idempotency_started ON web.idempotency USING btree (started_at)
    policy own_shop using (shop_id = ( SELECT kernel.current_shop() AS current_shop))

sequence kernel.node

function customer.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception '% is append-only', tg_table_name;
end $function$

function kernel.add_event_partitions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET "TimeZone" TO 'UTC'
AS $function$
declare
    day   date;
    added int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('kernel.event'));
    for day in select generate_series(current_date - 1, current_date + days, interval '1 day')::date loop
        if to_regclass('kernel.event_' || to_char(day, 'YYYYMMDD')) is null then
            execute format('create table kernel.%I partition of kernel.event for values from (%L) to (%L)',
                           'event_' || to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
            added := added + 1;
        end if;
    end loop;
    return added;
end $function$

function kernel.current_shop()
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('wanqu.shop'::text, true), ''::text))::bigint

function kernel.drop_event_partitions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET "TimeZone" TO 'UTC'
AS $function$
declare
    part    text;
    unread  boolean;
    dropped int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('kernel.event'));
    for part in
        select relname
          from pg_class
         where relnamespace = 'kernel'::regnamespace
           and relkind = 'r'
           and relname ~ '^event_\d{8}$'
           and relname < 'event_' || to_char(current_date - days, 'YYYYMMDD')
         order by relname
    loop
        execute format('select exists (select 1 from kernel.%I where xid >= (select min(xid::text::numeric)::text::xid8 from kernel.event_cursor))', part)
           into unread;
        if not unread then
            execute format('drop table kernel.%I', part);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $function$

function kernel.guard_shop(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy own_shop on %s to wanqu_shop using (shop_id = (select kernel.current_shop()))', guarded);
    execute format('grant select, insert, update, delete on %s to wanqu_shop', guarded);
    execute format('grant usage on schema %s to wanqu_shop',
                   (select relnamespace::regnamespace from pg_class where oid = guarded));
end $function$

function kernel.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the trail is append-only: what was done stays written down';
end $function$

function kernel.trail_sealed_below()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kernel', 'pg_temp'
RETURN (SELECT trail_sealer.below FROM kernel.trail_sealer)

function ledger.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the ledger is append-only: write a posting that corrects, change none';
end $function$

function ledger.refuse_reopening()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'DELETE' or old.root is not null then
        raise exception 'the ledger is append-only: a day of the books is never changed after it was closed, nor removed';
    end if;
    return new;
end $function$

function ledger.sealed_below()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'ledger', 'pg_temp'
RETURN (SELECT sealer.below FROM ledger.sealer)

function payment.paid_state(amount bigint, returning_now bigint, returned bigint, charged_back bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (charged_back > 0) THEN 'charged_back'::text WHEN (returning_now > returned) THEN 'refunding'::text WHEN (returned = 0) THEN 'succeeded'::text WHEN (returned = amount) THEN 'refunded'::text ELSE 'partly_refunded'::text END

function privacy.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception '% is append-only', tg_table_name;
end $function$

function settlement.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'terms are dated: add a row that begins later, change none';
end $function$

function settlement.refuse_invoice_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'an invoice is never changed nor removed';
end $function$


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON kernel.trail FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON kernel.trail_chain FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ledger.chain FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ledger.day_balance FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ledger.posting FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER closed_for_good BEFORE DELETE OR UPDATE ON ledger.chain_day FOR EACH ROW EXECUTE FUNCTION ledger.refuse_reopening()
CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON customer.consent FOR EACH ROW EXECUTE FUNCTION customer.refuse_change()
CREATE TRIGGER data_use_is_append_only BEFORE UPDATE ON customer.data_use FOR EACH ROW EXECUTE FUNCTION customer.refuse_change()
CREATE TRIGGER dated BEFORE DELETE OR UPDATE ON settlement.rail_terms FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()
CREATE TRIGGER dated BEFORE DELETE OR UPDATE ON settlement.sale_terms FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_change()
CREATE TRIGGER incident_step_is_append_only BEFORE DELETE OR UPDATE ON privacy.incident_step FOR EACH ROW EXECUTE FUNCTION privacy.refuse_change()
CREATE TRIGGER issued_for_good BEFORE DELETE OR UPDATE ON settlement.invoice FOR EACH STATEMENT EXECUTE FUNCTION settlement.refuse_invoice_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON kernel.trail FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON kernel.trail_chain FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.chain FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.chain_day FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.day_balance FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.posting FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()
CREATE TRIGGER publication_is_append_only BEFORE DELETE OR UPDATE ON privacy.publication FOR EACH ROW EXECUTE FUNCTION privacy.refuse_change()
