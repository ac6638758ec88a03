-- How long each kind of personal data is kept and why, from a day on; a new rule is a new row.
create table privacy.rule (
    kind      text    not null,
    from_day  date    not null,
    keep_days int     not null check (keep_days > 0),
    erasable  boolean not null,
    why_en    text    not null,
    why_zh    text    not null,
    source    text    not null,
    primary key (kind, from_day)
);

insert into privacy.rule (kind, from_day, keep_days, erasable, why_en, why_zh, source) values
    ('identity.account', '2021-11-01', 36500, true, 'kept while the account is open', '账号存续期间保留', 'PIPL art. 19, 47'),
    ('customer.evidence', '2021-11-01', 1095, true, 'to recognise who bought; after three years without an order it is of no use', '用于识别买家；三年无订单即无必要', 'PIPL art. 19, 47'),
    ('channel.buyer', '2021-11-01', 30, true, 'until the buyer of a marketplace order is recognised', '识别平台订单买家之前', 'PIPL art. 19'),
    ('inventory.waiting', '2021-11-01', 30, true, 'to offer stock to those who wait', '用于到货通知', 'PIPL art. 19'),
    ('storefront.chat', '2021-11-01', 180, true, 'to answer in the chat in which somebody ordered', '用于在下单的会话中答复', 'PIPL art. 19'),
    ('ordering.contact', '2019-01-01', 1095, false, 'details of a trade are kept for three years from its end', '交易信息自交易完成之日起保存不少于三年', 'E-Commerce Law art. 31'),
    ('aftersale.message', '2019-01-01', 1095, false, 'details of a trade and its disputes are kept for three years from its end', '交易与争议信息自交易完成之日起保存不少于三年', 'E-Commerce Law art. 31'),
    ('customer.consent', '2021-11-01', 1095, false, 'proves what was allowed, and when it was taken back', '用于证明同意及其撤回', 'PIPL art. 69'),
    ('customer.data-use', '2021-11-01', 1095, false, 'records of how personal data was handled are kept for three years', '个人信息处理情况记录至少保存三年', 'PIPL art. 56'),
    ('ledger', '2016-01-01', 10950, false, 'accounting vouchers and books are kept for thirty years; they hold amounts and order numbers, no names', '会计凭证与账簿保存三十年；其中仅有金额与订单号，不含姓名', 'Measures for Accounting Archives art. 14, annex 1'),
    ('settlement.invoice', '2016-01-01', 10950, false, 'invoices are accounting vouchers and kept for thirty years', '发票属会计凭证，保存三十年', 'Measures for Accounting Archives art. 14, annex 1'),
    ('wallet.contact', '2021-11-01', 1825, false, 'who holds a registered prepaid value is kept for five years after the last movement', '记名预付价值的持有人信息保存至最后一次变动后五年', 'Measures for Single-purpose Commercial Prepaid Cards art. 16');

create table privacy.retention_run (
    run_id     bigint      primary key,
    kind       text        not null,
    keep_days  int         not null,
    older_than timestamptz not null,
    removed    bigint      not null,
    finished   boolean     not null,
    ran_at     timestamptz not null
);

create index retention_run_at on privacy.retention_run (ran_at);
