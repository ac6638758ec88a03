import { lang, t } from './words.js';

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || problem.code);
    this.problem = problem;
  }
}

export async function call(method, path, { body, headers = {} } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      credentials: 'omit',
      headers: { 'Accept-Language': lang, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Error(t('offline'));
  }
  const json = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(json);
  return json;
}

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export function show(step) {
  for (const section of document.querySelectorAll('[data-step]')) section.hidden = section.dataset.step !== step;
  const heading = document.querySelector(`[data-step="${step}"] h2`);
  if (heading) heading.focus();
}
