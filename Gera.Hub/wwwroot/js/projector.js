// The wall: numbers move by themselves; when the shape changes, the stage is asked for again. Keys are for whoever presents.
import { fetchPoll, join, listen, pollOf, watch, words } from './live.js';
import './countdown.js';

const wall = document.querySelector('[data-wall]'), stage = wall.querySelector('[data-stage]'), lineText = wall.querySelector('[data-line]');
const code = wall.dataset.code, root = document.documentElement;
let current = wall.dataset.poll, shape = null, asking = false, againAfter = false;

const shapeOf = poll => poll && JSON.stringify([poll.id, poll.state, poll.shown, poll.closesAt, poll.verdict, poll.words, poll.head, poll.question]);

listen('joined', answer => { current = answer.poll ? answer.poll.id : ''; shape = shapeOf(answer.poll); draw(); });
listen('poll', poll => {
  if (poll.session !== code || (poll.id === current && shapeOf(poll) === shape)) return;
  current = poll.id;
  shape = shapeOf(poll);
  draw();
});
// Pinned questions, the end of the session, words let through: told without a poll.
listen('changed', topic => { if (topic.endsWith(code)) draw(); });
listen('line', on => { lineText.hidden = on; lineText.textContent = on ? '' : words.Lost; });
watch('session:' + code);
watch('questions:' + code);
join(code);
setInterval(() => { const poll = pollOf(current); if (poll && poll.state === 'open') fetchPoll(current); }, 5000);

async function draw() {
  if (asking) { againAfter = true; return; }
  asking = true;
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer && answer.ok) {
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-stage]');
    if (next && next.textContent !== stage.textContent) stage.replaceChildren(...next.childNodes);
  }
  asking = false;
  if (againAfter) { againAfter = false; draw(); }
}

const keys = {
  f: () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen().catch(() => {}),
  q: () => wall.classList.toggle('qr-large'),
  d: () => set('theme', root.dataset.theme === 'dark' ? 'light' : 'dark'),
  k: () => set('contrast', root.dataset.contrast ? '' : 'high'),
  '+': () => size(1.1),
  '-': () => size(1 / 1.1),
  '?': () => help(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = keys[event.key.toLowerCase()];
  if (act) { event.preventDefault(); act(); }
});
wall.querySelector('[data-help]').addEventListener('click', help);

function help() {
  const dialog = wall.querySelector('[data-keys]');
  if (dialog.open) dialog.close(); else dialog.showModal();
}

function set(name, value) {
  if (value) root.dataset[name] = value; else delete root.dataset[name];
  try { localStorage.setItem('wall-' + name, value); } catch (full) { /* then it holds for this page */ }
}

function size(factor) {
  const next = Math.min(1.6, Math.max(.6, (Number(root.style.getPropertyValue('--scale')) || 1) * factor));
  root.style.setProperty('--scale', next.toFixed(2));
}

['theme', 'contrast'].forEach(name => {
  let value = null;
  try { value = localStorage.getItem('wall-' + name); } catch (closed) { /* then the system's wish holds */ }
  if (value) root.dataset[name] = value;
});
// The screen must not fall asleep while people vote.
const stayAwake = () => { if (navigator.wakeLock && !document.hidden) navigator.wakeLock.request('screen').catch(() => {}); };
document.addEventListener('visibilitychange', stayAwake);
stayAwake();
