// Writing an idea: the draft is kept while typing, on the device too when the line is down, and what is alike shows beside it.
const form = document.querySelector('[data-draft]');
const state = form.querySelector('[data-draft-state]');
const key = 'draft:' + form.elements['Form.Draft'].value;
let timer = 0, asking = 0, isDirty = false, isSent = false;

// Files and what is said of them are not part of a draft: they are sent when their button is pressed.
const fields = () => Array.from(form.elements).filter(field => field.name.startsWith('Form.') && field.name !== 'Form.Deed' && !field.name.startsWith('Form.File'));

restore();
form.addEventListener('input', () => { isDirty = true; remember(); clearTimeout(timer); timer = setTimeout(keep, 1500); clearTimeout(asking); asking = setTimeout(alike, 700); });
form.addEventListener('submit', () => { isSent = true; clearTimeout(timer); });
window.addEventListener('online', () => { if (isDirty) keep(); });
window.addEventListener('pagehide', () => { if (isDirty && !isSent) keep(true); });

async function keep(leaving) {
  if (isSent || !form.elements['Form.Title'].value.trim() && !form.elements['Form.Body'].value.trim()) return;
  isDirty = false;
  const answer = await fetch(form.dataset.draft, { method: 'POST', body: words(), keepalive: leaving === true }).catch(() => null);
  const kept = answer && answer.ok;
  if (!kept) isDirty = true;
  else if (!isDirty) forget();
  state.textContent = kept ? form.dataset.saved : form.dataset.unsaved;
  // A line that is down without the device knowing it.
  if (!kept) { clearTimeout(timer); timer = setTimeout(keep, 10000); }
}

function words() {
  const all = new FormData(form);
  ['Form.File', 'Form.FileWords', 'Form.FileRights'].forEach(name => all.delete(name));
  return all;
}

// Said before it is sent: the way up is slow on a phone.
form.addEventListener('change', event => {
  const file = event.target;
  if (file.type === 'file') file.setCustomValidity(file.files.length > 0 && file.files[0].size > Number(file.dataset.most) ? file.dataset.tooLarge : '');
  if (file.type === 'file' && !file.reportValidity()) file.value = '';
});

function remember() {
  try {
    const words = {};
    fields().forEach(field => { if (field.type !== 'radio' && field.type !== 'hidden' || field.checked) words[field.name] = field.value; });
    localStorage.setItem(key, JSON.stringify(words));
  } catch (full) { /* the hub's copy is the one that counts */ }
}

function forget() {
  try { localStorage.removeItem(key); } catch (closed) { /* nothing was kept */ }
}

// After a reload without a line: what this device knows is newer than what the hub sent.
function restore() {
  let words = null;
  try { words = JSON.parse(localStorage.getItem(key)); } catch (closed) { /* nothing was kept */ }
  if (!words) return;
  fields().forEach(field => {
    if (!(field.name in words)) return;
    if (field.type === 'radio') field.checked = field.value === words[field.name];
    else if (field.type !== 'hidden') field.value = words[field.name];
  });
  isDirty = true;
  keep();
}

async function alike() {
  const words = (form.elements['Form.Title'].value + ' ' + form.elements['Form.Summary'].value).trim();
  const box = form.querySelector('[data-similar]'), list = box.querySelector('[data-similar-list]');
  if (words.length < 8) return;
  const answer = await fetch('/api/ideen/aehnlich?' + new URLSearchParams({ worte: words.slice(0, 500), ausser: form.elements['Form.Draft'].value })).catch(() => null);
  if (!answer || !answer.ok) return;
  const found = await answer.json();
  box.hidden = found.length === 0 && list.children.length === 0;
  list.replaceChildren(...found.map(idea => {
    const row = document.createElement('li'), link = document.createElement('a'), what = document.createElement('span');
    link.href = idea.link;
    link.target = '_blank';
    link.textContent = idea.title;
    what.textContent = idea.summary;
    row.append(link, what);
    return row;
  }));
}
