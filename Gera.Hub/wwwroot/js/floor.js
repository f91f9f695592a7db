// Questions from the floor: the list follows by itself while nobody is in it; what is being typed is never touched.
import { swap } from './dom.js';
import { listen, watch } from './live.js';

const floor = document.getElementById('floor');
const list = floor.querySelector('[data-list]'), fresh = floor.querySelector('[data-fresh]');
const topic = 'questions:' + floor.dataset.code;
let timer = 0, first = true;

listen('changed', changed => {
  if (changed !== topic) return;
  // The first comes with the line itself. Where that was quick, the page is as new.
  const isNew = first && performance.now() < 3000;
  first = false;
  if (isNew) return;
  clearTimeout(timer);
  timer = setTimeout(look, 300 + Math.random() * 1200);
});
fresh.querySelector('button').addEventListener('click', () => { take(); fresh.hidden = true; });
watch(topic);

let next = null;

async function look() {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer || !answer.ok) return;
  next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-list]');
  if (!next || next.textContent === list.textContent) return;
  // New ones would push away what somebody is just reading or about to press: they are offered.
  const known = new Set(Array.from(list.querySelectorAll('li'), row => row.id));
  const isNew = Array.from(next.querySelectorAll('li')).some(row => !known.has(row.id));
  if (isNew && (list.contains(document.activeElement) || scrollY > 200)) fresh.hidden = false;
  else if (!list.contains(document.activeElement)) take();
}

function take() {
  if (next) swap(list, ...Array.from(next.childNodes));
  next = null;
}
