-- The rows that an import into this pool made, sealed as they are.
copy (select shop_id, card_id, pool_id, batch_id, holder, premium_minor, expires_at, line_no, uses_max, uses_left, uses_void, per_day, day, day_uses,
             state, fingerprint, sealed, label
        from vault.card
       where pool_id = :pool) to stdout (format binary)
