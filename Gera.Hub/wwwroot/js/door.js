// The list at the door: what is pressed while the line is away waits on this device, ten minutes at least, and is sent once when it is back.
const list = document.querySelector('[data-door]'), key = 'door:' + location.pathname, old = 12 * 60 * 60 * 1000;
const read = () => { try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; } };
const write = queue => localStorage.setItem(key, JSON.stringify(queue.filter(one => Date.now() - one.at < old)));

function mark(form) {
  const button = form.querySelector('button');
  button.disabled = true;
  form.after(Object.assign(document.createElement('span'), { className: 'badge warn', role: 'status', textContent: list.dataset.waiting }));
}

async function send(one) {
  const answer = await fetch(one.action, { method: 'POST', body: new URLSearchParams(one.fields), redirect: 'manual' });
  // Let in twice is once, so whatever the hub said, it has heard it.
  return answer.type === 'opaqueredirect' || answer.status < 500;
}

async function flush() {
  const queue = read();
  if (!queue.length) return;
  for (const one of queue) {
    if (!await send(one).catch(() => false)) return;
    write(read().filter(other => other.fields.platz !== one.fields.platz));
  }
  location.reload();
}

if (list) {
  list.addEventListener('submit', async event => {
    event.preventDefault();
    const form = event.target, one = { at: Date.now(), action: form.action, fields: Object.fromEntries(new FormData(form)) };
    if (await send(one).catch(() => false)) location.reload();
    else {
      write([...read(), one]);
      mark(form);
    }
  });
  addEventListener('online', flush);
  setInterval(flush, 10000);
  const waiting = new Set(read().map(one => one.fields.platz));
  list.querySelectorAll('form').forEach(form => { if (waiting.has(form.elements.platz.value)) mark(form); });
  flush();
}
