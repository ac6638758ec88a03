const WORDS = {
  'zh-CN': {
    loading: '正在加载…', product: '商品', quantity: '数量', contact: '邮箱或手机号', contactHint: '用于找回订单，不会公开', rail: '支付方式',
    total: '合计', buy: '下单', pay: '去支付', paySandbox: '模拟支付', waiting: '等待付款，请在 {time} 前完成', paid: '已付款，正在发货…',
    delivered: '已发货', reveal: '查看卡密', code: '卡密', number: '卡号', copy: '复制', copied: '已复制', copyByHand: '已选中，请手动复制', again: '再买一件', left: '剩余 {n} 件', inStock: '有货',
    soldOut: '已售罄', closed: '店铺未营业', failed: '没有成功：{why}', offline: '网络不通，请重试', keep: '卡密只显示一次，请立即保存。',
    ended: '订单状态：{state}', order: '订单 {n}', noscript: '', till: '收银台', token: '员工令牌', signIn: '进入', signOut: '退出', tills: '柜台', sell: '销售',
    redeem: '核销', cash: '现金', cashSell: '收取现金并出单', railSell: '扫码支付', voucher: '券码', uses: '次数', redeemNow: '核销',
    redeemed: '核销成功，剩余 {n} 次', undo: '撤销核销', undone: '已撤销，剩余 {n} 次', scan: '请顾客扫码取货', scanPay: '请顾客扫码付款并取货', link: '取货链接', noTill: '请先开设柜台渠道',
    wrongPrice: '价格已变为 {n}，请再次确认', add: '加入', empty: '请选择商品', reason: '柜台误操作', railNone: '无可用支付方式', pickUp: '取货',
  },
  en: {
    loading: 'Loading…', product: 'Product', quantity: 'Quantity', contact: 'Mail or phone', contactHint: 'To find your order again; never shown', rail: 'Pay by',
    total: 'Total', buy: 'Order', pay: 'Pay', paySandbox: 'Pay (sandbox)', waiting: 'Waiting for your payment until {time}', paid: 'Paid. Handing over…',
    delivered: 'Delivered', reveal: 'Show the code', code: 'Code', number: 'Number', copy: 'Copy', copied: 'Copied', copyByHand: 'Selected; copy it by hand', again: 'Buy another', left: '{n} left', inStock: 'In stock',
    soldOut: 'Sold out', closed: 'The shop is closed', failed: 'Did not work: {why}', offline: 'No connection, please try again', keep: 'The code is shown once. Keep it now.',
    ended: 'The order: {state}', order: 'Order {n}', noscript: '', till: 'Till', token: 'Staff token', signIn: 'Enter', signOut: 'Leave', tills: 'Counter', sell: 'Sell',
    redeem: 'Redeem', cash: 'Cash', cashSell: 'Take cash and hand over', railSell: 'Let the buyer scan and pay', voucher: 'Voucher code', uses: 'Uses', redeemNow: 'Redeem',
    redeemed: 'Redeemed, {n} left', undo: 'Take it back', undone: 'Taken back, {n} left', scan: 'Let the buyer scan to pick up', scanPay: 'Let the buyer scan to pay and pick up', link: 'Pick-up link', noTill: 'Open a channel of the kind till first',
    wrongPrice: 'The price is {n} by now; confirm again', add: 'Add', empty: 'Choose something', reason: 'mistake at the till', railNone: 'No way to pay', pickUp: 'Pick up',
  },
};

const RAILS = { 'zh-CN': { sandbox: '模拟支付', alipay: '支付宝', wechatpay: '微信支付', stripe: '银行卡' }, en: { sandbox: 'Sandbox', alipay: 'Alipay', wechatpay: 'WeChat Pay', stripe: 'Card' } };
const STATES = {
  'zh-CN': { expired: '未付款，已过期', canceled: '已取消', disputed: '售后处理中', refunding: '退款中', refunded: '已退款' },
  en: { expired: 'not paid in time', canceled: 'canceled', disputed: 'disputed', refunding: 'the money is on its way back', refunded: 'the money is back' },
};

const asked = new URLSearchParams(location.search).get('lang') || navigator.language || 'zh-CN';
export const lang = asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
document.documentElement.lang = lang;

export function t(name, values = {}) {
  return WORDS[lang][name].replace(/\{(\w+)\}/g, (all, key) => String(values[key] ?? all));
}

export const railName = (rail) => RAILS[lang][rail] || rail;
export const stateName = (state) => STATES[lang][state] || state;

export function money(amount) {
  const form = new Intl.NumberFormat(lang, { style: 'currency', currency: amount.currency });
  return form.format(amount.minor / 10 ** form.resolvedOptions().maximumFractionDigits);
}

/** Puts the words into the page: data-t names the text. */
export function speak(root = document) {
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
}
