-- A delivery whose card was defective and was replaced; its use counts as void from then on, never as sold.
alter table vault.delivery add column voided_at timestamptz;
