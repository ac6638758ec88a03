import { call, el } from './api.js';
import { money, stateName, t, lang } from './words.js';

const PATIENCE = 2000;
const OPEN = ['placed', 'paid', 'paid_late', 'short', 'partial'];

/** Follows an order until its codes can be read; the token opens it. */
export function follow({ slug, number, token, into, status, done }) {
  const path = `/api/v1/shops/${slug}/orders/${number}`;
  const headers = { 'Order-Token': token };
  let timer;
  let pressed = false;
  status.tabIndex = -1;

  async function look() {
    clearTimeout(timer);
    try {
      const order = await call('GET', path, { headers });
      render(order);
      if (OPEN.includes(order.state)) timer = setTimeout(look, PATIENCE);
    } catch (e) {
      status.textContent = t('failed', { why: e.message });
      if (passes(e)) timer = setTimeout(look, PATIENCE * 3);
    }
  }

  function render(order) {
    if (order.state === 'placed') {
      tell(t('waiting', { time: new Date(order.deadline).toLocaleTimeString(lang) }));
      once('pay', () => [el('p', { class: 'total' }, `${t('total')} ${money(order.total)}`), payButton(order)]);
    } else if (order.state === 'delivered' || order.state === 'confirmed' || order.state === 'replaced') {
      tell(t('delivered'));
      once('reveal', () => [el('p', {}, t('keep')), el('button', { type: 'button', class: 'main', onclick: reveal }, t('reveal'))]);
    } else if (OPEN.includes(order.state)) {
      tell(t('paid'));
      once('paid', () => []);
    } else {
      tell(t('ended', { state: stateName(order.state) }));
      once('ended', () => []);
    }
  }

  function tell(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function once(what, make) {
    if (into.dataset.shows !== what) {
      into.dataset.shows = what;
      into.replaceChildren(...make());
      if (pressed) (into.querySelector('button') || status).focus();
    }
  }

  function payButton(order) {
    const how = order.paying?.instruction?.how || '';
    const sandbox = how.startsWith('POST ') || order.paying?.rail === 'sandbox';
    return el('button', { type: 'button', class: 'main', onclick: (event) => pay(event.target, sandbox) }, t(sandbox ? 'paySandbox' : 'pay'));
  }

  async function pay(button, sandbox) {
    button.disabled = true;
    pressed = true;
    try {
      const started = await call('POST', `${path}/payment`, { headers, body: { method: sandbox ? 'sandbox' : phone() ? 'h5' : 'native' } });
      const how = started.instruction?.how || '';
      if (how.startsWith('POST ')) {
        await call('POST', how.slice(5));
      } else {
        for (const value of Object.values(started.instruction || {})) {
          if (/^https:\/\//.test(value)) into.append(el('p', {}, el('a', { href: value, target: '_blank', rel: 'noopener' }, t('pay'))));
          else into.append(el('p', { class: 'code' }, value));
        }
      }
    } catch (e) {
      status.textContent = t('failed', { why: e.message });
    }
    button.disabled = false;
    await look();
    if (button.isConnected) button.focus();
  }

  async function reveal(event) {
    event.target.disabled = true;
    try {
      const { cards } = await call('POST', `${path}/reveal`, { headers, body: {} });
      into.replaceChildren(el('ul', { class: 'codes' }, ...cards.map(card)));
      into.querySelector('code')?.focus();
      if (done) done();
    } catch (e) {
      event.target.disabled = false;
      event.target.focus();
      status.textContent = t('failed', { why: e.message });
    }
  }

  function card(it) {
    const code = el('code', { class: 'code', tabindex: '0' }, it.code);
    const copy = el('button', {
      type: 'button',
      onclick: async () => {
        try {
          await navigator.clipboard.writeText(it.code);
          copy.textContent = t('copied');
        } catch {
          getSelection().selectAllChildren(code);
          copy.textContent = t('copyByHand');
        }
      },
    }, t('copy'));
    return el('li', {}, it.number ? el('span', { class: 'code' }, `${t('number')} ${it.number}`) : '', code, copy);
  }

  look();
  return { look };
}

/** What may be better in a while: no connection, too many questions, a server in trouble. A wrong link stays wrong. */
function passes(e) {
  const code = e.problem?.status;
  return !code || code === 429 || code >= 500;
}

function phone() {
  return matchMedia('(max-width: 700px)').matches;
}
