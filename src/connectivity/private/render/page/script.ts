/**
 * Script of the page: filters that the address keeps, and buttons that copy a reason. It runs in browsers and is
 * kept as text, since every build has to give the same bytes; a test checks its types with those of browsers.
 */
export const SCRIPT = `'use strict';
(() => {
  /** @type {(selector: string, root?: ParentNode) => HTMLElement[]} */
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('.filters'));
  const status = document.getElementById('status');
  if (!form || !status) return;

  const fields = all('select, input', form).map(
    (field) => /** @type {HTMLInputElement | HTMLSelectElement} */ (field),
  );
  const calls = all('.call').map((element) => {
    const section = /** @type {HTMLElement} */ (element.closest('section'));
    const number = element.dataset.path;
    const reason = /** @type {HTMLElement} */ (section.querySelector('.reason.r' + number));
    const text = Array.from(reason.children, (line) => line.textContent).join('\\n');
    const heads = all('h2, h2 ~ .muted', section).map((head) => head.textContent).join(' ');
    return {
      element,
      number,
      text,
      to: section.dataset.to,
      from: /** @type {HTMLElement} */ (element.closest('tr')).dataset.from,
      verdict: ['allowed', 'denied', 'unknown'].find((verdict) => element.classList.contains(verdict)),
      words: (heads + ' ' + text).toLowerCase(),
      links: all('.picture a[href="#path-' + number + '"]', section),
    };
  });

  const filter = () => {
    const { to = '', from, verdict, find } = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const words = find.toLowerCase().split(/\\s+/);
    const shown = new Set(
      calls.filter(
        (call) =>
          (!to || call.to === to) &&
          (!from || call.from === from) &&
          (!verdict || call.verdict === verdict) &&
          words.every((word) => call.words.includes(word)),
      ),
    );
    const numbers = new Set(Array.from(shown, ({ number }) => number));
    for (const call of calls) {
      const isOut = !shown.has(call);
      call.element.hidden = isOut;
      for (const link of call.links) {
        link.classList.toggle('out', isOut);
        link.tabIndex = isOut ? -1 : 0;
      }
    }
    const isFiltered = shown.size < calls.length;
    for (const section of all('section.service')) {
      const rows = new Set();
      for (const call of shown) if (call.to === section.dataset.to) rows.add(call.from);
      section.hidden = isFiltered && rows.size === 0;
      for (const row of all('tbody tr', section)) row.hidden = !rows.has(row.dataset.from);
    }
    for (const report of all('[data-arrows]')) {
      for (const arrow of (report.dataset.arrows || '').split(',')) {
        const [id, ...paths] = arrow.split(' ');
        const line = document.getElementById(id);
        if (line) line.classList.toggle('out', !paths.some((path) => numbers.has(path)));
      }
    }
    document.documentElement.classList.toggle('filtered', isFiltered);
    status.textContent = 'Shows ' + (isFiltered ? shown.size + ' of ' + calls.length : 'all ' + calls.length) + ' paths.';
  };

  const keep = () => {
    const query = new URLSearchParams();
    for (const { name, value } of fields) if (value) query.set(name, value);
    history.replaceState(null, '', '#' + (String(query) && '?' + query));
  };

  const change = () => {
    filter();
    keep();
  };

  const read = () => {
    if (location.hash.startsWith('#?')) {
      const query = new URLSearchParams(location.hash.slice(2));
      for (const field of fields) {
        field.value = query.get(field.name) || '';
        if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
      }
      filter();
      return;
    }
    const target = document.querySelector(':target');
    if (!target || !target.closest('[hidden]')) return;
    form.reset();
    filter();
    target.scrollIntoView();
  };

  /** @type {(text: string) => Promise<void>} */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };

  for (const { element, text } of calls) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy the reason of ' + text.split(':')[0]);
    button.addEventListener('click', async () => {
      await copy(text);
      button.textContent = 'Copied';
      button.focus();
      status.textContent = 'Copied the reason of ' + text.split(':')[0] + '.';
      setTimeout(() => (button.textContent = 'Copy'), 2000);
    });
    element.prepend(button);
  }

  form.hidden = false;
  form.addEventListener('input', change);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(change));
  addEventListener('hashchange', read);
  form.reset();
  filter();
  read();
})();
`;
