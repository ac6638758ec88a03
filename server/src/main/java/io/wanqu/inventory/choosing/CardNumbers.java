package io.wanqu.inventory.choosing;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.CardChoices;
import io.wanqu.vault.CardChoices.CardChoice;

import org.springframework.stereotype.Component;

/** Shows pages of products which cards may be picked. */
@Component
class CardNumbers implements ChoiceHint {

    private final CardChoices choices;

    CardNumbers(CardChoices choices) {
        this.choices = choices;
    }

    @Override
    public Map<PoolId, Page<Choice>> first(ShopId shop, Collection<PoolId> pools, int each) {
        return choices.first(shop, pools, each).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> page(it.getValue())));
    }

    @Override
    public Page<Choice> page(ShopId shop, PoolId pool, long after, int limit) {
        return page(choices.page(shop, pool, after, limit));
    }

    @Override
    public long premiumMinor(ShopId shop, Collection<Long> cards) {
        return cards.isEmpty() ? 0 : choices.find(shop, cards).values().stream().mapToLong(CardChoice::premiumMinor).sum();
    }

    private static Page<Choice> page(Page<CardChoice> page) {
        return new Page<>(page.items().stream().map(it -> new Choice(Long.toString(it.cardId()), it.label(), it.premiumMinor())).toList(), page.next());
    }
}
