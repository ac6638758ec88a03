import { call, el } from './api.js';
import { money, speak, t } from './words.js';

const slug = location.pathname.split('/')[2];
const $ = (selector) => document.querySelector(selector);
const enter = $('#enter');
const sale = $('#sale');
const redeem = $('#redeem');
let tills = [];
let skus = [];
let serial = crypto.randomUUID();
let redeemSerial = crypto.randomUUID();
let lastRedemption = null;
let asked = null;

const staff = (method, path, body) => call(method, path, { body, headers: { Authorization: `Bearer ${sessionStorage.getItem('till-token')}`, 'Idempotency-Key': crypto.randomUUID() } });

async function start() {
  tills = (await staff('GET', '/api/v1/own-channels')).filter((it) => it.kind === 'TILL' && it.on);
  if (!tills.length) throw new Error(t('noTill'));
  $('#tills').replaceChildren(...tills.map((till) => el('option', { value: till.id }, till.name)));
  const { items } = await call('GET', `/api/v1/shops/${slug}/products?limit=50`);
  skus = items.flatMap((product) => product.skus.map((sku) => ({ ...sku, name: sku.title ? `${product.title} · ${sku.title}` : product.title })));
  sale.sku.replaceChildren(...skus.map((sku) => el('option', { value: sku.id }, `${sku.name} · ${money(sku.price)}${sku.left == null ? '' : ` · ${t('left', { n: sku.left })}`}`)));
  await rails();
  price();
  enter.hidden = true;
  $('#out').hidden = false;
  $('#work').hidden = false;
  $('#say').textContent = '';
  redeem.code.focus();
}

async function rails() {
  const door = await call('GET', `/api/v1/shops/${slug}/own-channels/${tills.find((it) => it.id === $('#tills').value).key}`);
  sale.rail.replaceChildren(...door.rails.map((rail) => el('option', { value: rail }, rail)));
}

/** What the page shows; another price of this till comes with its refusal and is asked for again. */
function price() {
  const sku = skus.find((it) => it.id === sale.sku.value);
  asked = sku ? { minor: sku.price.minor * sale.quantity.valueAsNumber, currency: sku.price.currency } : null;
  serial = crypto.randomUUID();
  $('#total').textContent = asked && Number.isFinite(asked.minor) ? money(asked) : '';
}

enter.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('till-token', enter.token.value.trim());
  enter.token.value = '';
  start().catch((e) => { sessionStorage.removeItem('till-token'); $('#say').textContent = e.message; });
});
$('#out').addEventListener('click', () => { sessionStorage.removeItem('till-token'); location.reload(); });
$('#tills').addEventListener('change', rails);
sale.sku.addEventListener('change', price);
sale.quantity.addEventListener('input', price);

sale.addEventListener('submit', async (event) => {
  event.preventDefault();
  const error = sale.querySelector('.error');
  const cash = event.submitter?.value !== 'rail';
  error.textContent = '';
  try {
    const sold = await staff('POST', '/api/v1/till-sales', {
      till: $('#tills').value, serial, lines: [{ sku: sale.sku.value, quantity: sale.quantity.valueAsNumber }],
      payment: cash ? 'cash' : sale.rail.value, totalMinor: asked.minor,
    });
    serial = crypto.randomUUID();
    $('#sold').hidden = false;
    $('#sold [role=status]').textContent = `${t(sold.paid ? 'scan' : 'scanPay')} · ${money(sold.total)}`;
    const svg = new DOMParser().parseFromString(sold.pickUp.svg, 'image/svg+xml').documentElement;
    svg.setAttribute('aria-label', `${t('link')} ${t('order', { n: sold.order })}`);
    $('#qr').replaceChildren(document.importNode(svg, true));
    $('#link').href = sold.pickUp.link;
  } catch (e) {
    if (e.problem?.code === 'ordering.price-changed') {
      asked = { ...asked, minor: e.problem.now };
      $('#total').textContent = money(asked);
      error.textContent = t('wrongPrice', { n: money(asked) });
    } else {
      error.textContent = t('failed', { why: e.message });
    }
  }
});

redeem.addEventListener('submit', async (event) => {
  event.preventDefault();
  const error = redeem.querySelector('.error');
  error.textContent = '';
  try {
    lastRedemption = await staff('POST', '/api/v1/redemptions', {
      till: $('#tills').value, serial: redeemSerial, code: redeem.code.value, uses: redeem.uses.valueAsNumber,
    });
    redeemSerial = crypto.randomUUID();
    $('#redeemed').textContent = t('redeemed', { n: lastRedemption.left });
    $('#undo').hidden = false;
    redeem.reset();
  } catch (e) {
    if (e.problem) redeemSerial = crypto.randomUUID();
    error.textContent = t('failed', { why: e.message });
  }
  redeem.code.focus();
});

$('#undo').addEventListener('click', async () => {
  try {
    const back = await staff('POST', `/api/v1/redemptions/${lastRedemption.id}/reversal`, { till: $('#tills').value, reason: t('reason') });
    $('#redeemed').textContent = t('undone', { n: back.left });
    $('#undo').hidden = true;
  } catch (e) {
    $('#redeemed').textContent = t('failed', { why: e.message });
  }
});

speak();
if (sessionStorage.getItem('till-token')) start().catch((e) => { sessionStorage.removeItem('till-token'); $('#say').textContent = e.message; });
