(() => {
  const script = document.currentScript;
  const here = new URL(script.src);
  const shop = here.pathname.split('/').pop().replace(/\.js$/, '');
  const page = new URL(`/widget/${shop}/${encodeURIComponent(script.dataset.channel || '')}`, here);
  for (const name of ['lang', 'product']) {
    if (script.dataset[name]) page.searchParams.set(name, script.dataset[name]);
  }
  // A dark shop in a bright page hurts: it turns dark only where the site does.
  if (!getComputedStyle(document.documentElement).colorScheme.includes('dark')) page.searchParams.set('scheme', 'light');
  const frame = document.createElement('iframe');
  frame.src = page.href;
  frame.title = script.dataset.title || (script.dataset.lang === 'en' ? 'Shop' : '商店');
  frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  frame.allow = `clipboard-write ${here.origin}`;
  frame.setAttribute('referrerpolicy', 'origin');
  frame.width = '100%';
  frame.height = '480';
  frame.style.border = '0';
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== here.origin) return;
    const told = event.data;
    if (told && told.type === 'wanqu:height' && Number.isFinite(told.height)) {
      frame.height = String(Math.min(4000, Math.max(120, Math.ceil(told.height))));
    } else if (told && told.type === 'wanqu:done') {
      script.dispatchEvent(new CustomEvent('wanqu:done'));
    }
  });
  script.after(frame);
})();
