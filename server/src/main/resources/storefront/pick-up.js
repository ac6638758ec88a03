import { follow } from './order.js';
import { speak, t } from './words.js';

const [, , slug, number] = location.pathname.split('/');
speak();
document.querySelector('#number').textContent = t('order', { n: number });
follow({ slug, number, token: location.hash.slice(1), into: document.querySelector('#follow'), status: document.querySelector('#state') });
