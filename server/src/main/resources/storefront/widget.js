import { call, el, show } from './api.js';
import { follow } from './order.js';
import { money, railName, speak, t } from './words.js';

if (new URLSearchParams(location.search).get('scheme') === 'light') document.documentElement.classList.add('light');
const [, , slug, key] = location.pathname.split('/');
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
const error = document.querySelector('#error');
let door;
let skus = [];
let total = null;
let request = crypto.randomUUID();
let pricing = null;
let latest = 0;

function tell(type, more = {}) {
  if (parent !== window) parent.postMessage({ type, ...more }, '*');
}

new ResizeObserver(() => tell('wanqu:height', { height: document.documentElement.getBoundingClientRect().height })).observe(document.documentElement);

async function start() {
  speak();
  door = await call('GET', `/api/v1/shops/${slug}/own-channels/${key}`);
  document.title = door.shop;
  document.querySelector('#shop').textContent = door.shop;
  if (!door.open) throw new Error(t('closed'));
  const wanted = new URLSearchParams(location.search).get('product');
  const products = wanted ? [await call('GET', `/api/v1/shops/${slug}/products/${encodeURIComponent(wanted)}`)]
    : (await call('GET', `/api/v1/shops/${slug}/products?limit=50`)).items;
  skus = products.flatMap((product) => product.skus.map((sku) => ({ ...sku, name: sku.title ? `${product.title} · ${sku.title}` : product.title })));
  form.sku.replaceChildren(...skus.map((sku) => el('option', { value: sku.id, disabled: sku.left === 0 },
    `${sku.name} · ${sku.left === 0 ? t('soldOut') : money(sku.price)}`)));
  const first = skus.find((sku) => sku.left !== 0);
  if (!first) throw new Error(t('soldOut'));
  form.sku.value = first.id;
  form.rail.replaceChildren(...door.rails.map((rail) => el('option', { value: rail }, railName(rail))));
  form.rail.closest('label').hidden = door.rails.length < 2;
  status.textContent = '';
  form.hidden = false;
  await price();
}

async function price() {
  request = crypto.randomUUID();
  const sku = skus.find((it) => it.id === form.sku.value);
  form.quantity.max = sku.perOrderMax;
  document.querySelector('#left').textContent = sku.left == null ? '' : t('left', { n: sku.left });
  const mine = ++latest;
  total = null;
  if (!form.quantity.checkValidity()) {
    document.querySelector('#total').textContent = '';
    error.textContent = form.quantity.validationMessage;
    return;
  }
  try {
    const quote = await call('POST', `/api/v1/shops/${slug}/quotes`, { body: { channel: key, lines: [{ sku: sku.id, quantity: form.quantity.valueAsNumber }] } });
    if (mine !== latest) return;
    total = quote.total;
    document.querySelector('#total').textContent = money(total);
    error.textContent = '';
  } catch (e) {
    if (mine === latest) error.textContent = e.message;
  }
}

form.addEventListener('change', (event) => {
  if (event.target === form.contact || event.target === form.rail) request = crypto.randomUUID();
  else pricing = price();
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await pricing;
    if (!total) await price();
    if (!total) return;
    error.textContent = '';
    const placed = await call('POST', `/api/v1/shops/${slug}/orders`, {
      headers: { 'Idempotency-Key': request },
      body: {
        channel: key, lines: [{ sku: form.sku.value, quantity: form.quantity.valueAsNumber }], contact: form.contact.value, rail: form.rail.value,
        totalMinor: total.minor,
      },
    });
    document.querySelector('#number').textContent = t('order', { n: placed.number });
    show('order');
    follow({
      slug, number: placed.number, token: placed.token, into: document.querySelector('#follow'), status: document.querySelector('#state'),
      done: () => tell('wanqu:done'),
    });
  } catch (e) {
    if (e.problem) request = crypto.randomUUID();
    if (e.problem?.code === 'ordering.price-changed') await price();
    error.textContent = total && e.problem?.code === 'ordering.price-changed' ? t('wrongPrice', { n: money(total) }) : t('failed', { why: e.message });
  } finally {
    button.disabled = false;
    if (!form.hidden) button.focus();
  }
});

start().catch((e) => { status.textContent = e.message; });
