// The wall: numbers move by themselves; when the shape changes, the stage is asked for again. Keys are for whoever presents.
import { swap } from './dom.js';
import { fetchPoll, join, listen, pollOf, watch, words } from './live.js';
import './countdown.js';

const wall = document.querySelector('[data-wall]'), stage = wall.querySelector('[data-stage]'), lineText = wall.querySelector('[data-line]');
const dialog = wall.querySelector('[data-keys]'), code = wall.dataset.code, root = document.documentElement;
let current = wall.dataset.poll, shape = null, asking = false, againAfter = false, retry = 0;

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
// How many are there is told by nobody: a wall asks, from memory, while people vote. It also asks for a poll it was never told of.
setInterval(() => { const poll = pollOf(current); if (current && !document.hidden && (!poll || poll.state === 'open')) fetchPoll(current); }, 5000);

async function draw() {
  if (asking) { againAfter = true; return; }
  asking = true;
  clearTimeout(retry);
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer && answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html'), next = page.querySelector('[data-stage]');
    if (next && next.textContent !== stage.textContent) { swap(stage, ...Array.from(next.childNodes)); fit(); }
    if (next) current = page.querySelector('[data-wall]').dataset.poll || '';
    if (current && !pollOf(current)) fetchPoll(current);
  } else retry = setTimeout(draw, 2000 + 2000 * Math.random());
  asking = false;
  if (againAfter) { againAfter = false; draw(); }
}

// Long options must not run off the wall, and few short ones need not be small. A telephone held upright scrolls instead.
function fit() {
  let small = .4, large = 1.35;
  const set = factor => root.style.setProperty('--fit', factor);
  set(large);
  if (innerWidth < innerHeight || fits()) return;
  for (let step = 0; step < 7; step++) {
    const middle = (small + large) / 2;
    set(middle);
    if (fits()) small = middle; else large = middle;
  }
  set(small);
}

const fits = () => root.scrollHeight <= innerHeight && stage.scrollWidth <= stage.clientWidth;

const keys = {
  f: () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen().catch(() => {}),
  q: () => wall.classList.toggle('qr-large'),
  d: () => set('theme', root.dataset.theme === 'dark' ? 'light' : 'dark'),
  k: () => set('contrast', root.dataset.contrast ? '' : 'high'),
  escape: () => wall.classList.remove('qr-large'),
  '+': () => size(1.1),
  '-': () => size(1 / 1.1),
  '?': () => help(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = keys[event.key.toLowerCase()];
  if (act && !(event.key === 'Escape' && dialog.open)) { event.preventDefault(); act(); }
});
wall.querySelector('[data-help]').addEventListener('click', help);

function help() {
  if (!dialog.showModal) dialog.toggleAttribute('open');
  else if (dialog.open) dialog.close();
  else dialog.showModal();
}

function set(name, value) {
  if (value) root.dataset[name] = value; else delete root.dataset[name];
  try { localStorage.setItem('wall-' + name, value); } catch (full) { /* then it holds for this page */ }
}

function size(factor) {
  const next = Math.min(1.6, Math.max(.6, (Number(root.style.getPropertyValue('--scale')) || 1) * factor));
  root.style.setProperty('--scale', next.toFixed(2));
  fit();
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
// Numbers grow, and letters come late.
let soon = 0;
listen('count', () => { clearTimeout(soon); soon = setTimeout(() => { if (!fits()) fit(); }, 300); });
addEventListener('resize', fit);
if (document.fonts && document.fonts.addEventListener) document.fonts.addEventListener('loadingdone', fit);
fit();
