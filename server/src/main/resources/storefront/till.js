import { call, el } from './api.js';
import { money, railName, speak, t } from './words.js';

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
let selling = false;

const staff = (method, path, body) => call(method, path, { body, headers: { Authorization: `Bearer ${sessionStorage.getItem('till-token')}`, 'Idempotency-Key': crypto.randomUUID() } });

async function start() {
  tills = (await staff('GET', '/api/v1/own-channels')).filter((it) => it.kind === 'TILL' && it.on);
  if (!tills.length) throw new Error(t('noTill'));
  $('#tills').replaceChildren(...tills.map((till) => el('option', { value: till.id }, till.name)));
  await goods();
  await rails();
  price();
  enter.hidden = true;
  $('#out').hidden = false;
  $('#work').hidden = false;
  $('#say').textContent = '';
  (matchMedia('(min-width: 48rem)').matches ? redeem.code : sale.sku).focus();
}

/** What can be sold now; the choice of before stays, as far as it is still there. */
async function goods() {
  const chosen = sale.sku.value;
  const { items } = await call('GET', `/api/v1/shops/${slug}/products?limit=50`);
  skus = items.flatMap((product) => product.skus.map((sku) => ({ ...sku, name: sku.title ? `${product.title} · ${sku.title}` : product.title })));
  sale.sku.replaceChildren(...skus.map((sku) => el('option', { value: sku.id, disabled: sku.left === 0 }, `${sku.name} · ${money(sku.price)} · ${stock(sku)}`)));
  const possible = skus.filter((sku) => sku.left !== 0);
  sale.sku.value = (possible.find((sku) => sku.id === chosen) || possible[0])?.id ?? '';
}

/** How many there are is told only where there are few. */
function stock(sku) {
  if (sku.left == null) return t('inStock');
  return sku.left === 0 ? t('soldOut') : t('left', { n: sku.left });
}

async function rails() {
  const door = await call('GET', `/api/v1/shops/${slug}/own-channels/${tills.find((it) => it.id === $('#tills').value).key}`);
  sale.rail.replaceChildren(...door.rails.map((rail) => el('option', { value: rail }, railName(rail))));
  $('#railLabel').hidden = door.rails.length < 2;
  sale.querySelector('[value=rail]').hidden = !door.rails.length;
}

/** What the page shows; another price of this till comes with its refusal and is asked for again. */
function price() {
  const sku = skus.find((it) => it.id === sale.sku.value);
  asked = sku ? { minor: sku.price.minor * sale.quantity.valueAsNumber, currency: sku.price.currency } : null;
  sale.quantity.max = sku ? Math.min(sku.perOrderMax, sku.left ?? sku.perOrderMax) : '';
  serial = crypto.randomUUID();
  $('#total').textContent = asked && Number.isFinite(asked.minor) ? money(asked) : '';
}

function turnAway(e) {
  sessionStorage.removeItem('till-token');
  $('#say').textContent = e.message;
  enter.token.focus();
}

enter.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('till-token', enter.token.value.trim());
  enter.token.value = '';
  $('#say').textContent = '';
  start().catch(turnAway);
});
$('#out').addEventListener('click', () => { sessionStorage.removeItem('till-token'); location.reload(); });
$('#tills').addEventListener('change', rails);
sale.sku.addEventListener('change', price);
sale.quantity.addEventListener('input', price);

sale.addEventListener('submit', async (event) => {
  event.preventDefault();
  const error = sale.querySelector('.error');
  const cash = event.submitter?.value !== 'rail';
  if (selling) return;
  selling = true;
  error.textContent = '';
  $('#sold').hidden = true;
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
    sale.quantity.value = '1';
    // Away from the button, so that a second press of Enter sells nothing more.
    $('#sold [role=status]').focus();
    $('#sold').scrollIntoView({ block: 'nearest' });
    await goods().catch(() => {});
    price();
  } catch (e) {
    if (e.problem?.code === 'ordering.price-changed') {
      asked = { ...asked, minor: e.problem.now };
      $('#total').textContent = money(asked);
      error.textContent = t('wrongPrice', { n: money(asked) });
    } else {
      error.textContent = t('failed', { why: e.message });
    }
  } finally {
    selling = false;
  }
});

redeem.addEventListener('submit', async (event) => {
  event.preventDefault();
  const error = redeem.querySelector('.error');
  error.textContent = '';
  $('#redeemed').textContent = '';
  $('#undo').hidden = true;
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
    redeem.code.focus();
  } catch (e) {
    $('#redeemed').textContent = t('failed', { why: e.message });
  }
});

speak();
if (sessionStorage.getItem('till-token')) start().catch(turnAway);
else enter.token.focus();
