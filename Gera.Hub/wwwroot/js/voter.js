// The voter's page with script: hears of polls, draws them, and brings a vote to the box once, whatever the line does.
import { isOn, join, listen, now, vote, watch, words } from './live.js';
import { choicesOf, filledIn, newKey } from './ballot-form.js';
import { drawArea, shapeOf } from './area.js';
import { hint } from './ballot-dress.js';
import { make, swap } from './dom.js';
import './countdown.js';

const root = document.getElementById('voter');
const area = root.querySelector('[data-area]'), notice = root.querySelector('[data-notice]'), lineText = root.querySelector('[data-line]');
const code = root.dataset.code, store = 'hub-vote-' + code;
const model = { poll: null, seat: root.hasAttribute('data-seat'), ended: false, mine: root.dataset.mine ? { [root.dataset.poll]: JSON.parse(root.dataset.mine) } : {} };
let pending = remembered(), following = null, shape = null, heard = 0, heardAt = 0, retry = 0, wasLost = false, fade = 0;

listen('joined', answer => {
  model.ended = answer.session.state === 'ended';
  model.seat = model.seat || !!answer.seat;
  show(answer.poll);
  send();
});
listen('poll', poll => {
  if (poll.session !== code) return;
  heard++;
  heardAt = now();
  show(poll);
});
listen('line', on => {
  status(on ? (wasLost ? words.Back : '') : pending ? words.Offline : words.Lost, on);
  wasLost = !on;
});
// A poll's change is told twice, with the poll and without. What comes without (the end of the session) is asked for.
listen('changed', topic => {
  if (topic !== 'session:' + code) return;
  if (heard > 0 && now() - heardAt < 3000) heard--;
  else { heard = 0; lookAgain(); }
});
// Before the line is there for the first time the plain form goes its own way: a press must never do nothing.
root.addEventListener('submit', event => { if (model.poll && event.target.matches('form.ballot')) { event.preventDefault(); press(event.target); } });
// The sentence after a plain form, and a card's code, have no business in the browser's history.
if (/[?&](stimme|karte)=/.test(location.search)) history.replaceState(null, '', location.pathname);
watch('session:' + code);
join(code);

function show(poll) {
  // A poll just closed may be told after the next one opened.
  if (poll && model.poll && poll.id !== model.poll.id && poll.state !== 'open' && model.poll.state === 'open') return;
  const before = model.poll, next = (model.poll = poll || null, shapeOf(model));
  if (shape !== next) {
    drawArea(area, model);
    const form = poll && formOf(poll.id);
    if (form && pending && pending.wish.poll === poll.id) lock(form, true);
    if (before && poll && before.id !== poll.id && poll.state === 'open') say('info', words.Opened);
    else if (before && poll && before.id === poll.id && before.state === 'open' && poll.state !== 'open') say('info', words.Closed);
  }
  shape = next;
}

const formOf = poll => area.querySelector('form.ballot[data-poll="' + poll + '"]:not([data-done])');

function press(form) {
  const poll = model.poll;
  if (!poll || poll.id !== form.dataset.poll) return;
  const filled = filledIn(form), read = choicesOf(poll, filled);
  if (read.problem) {
    hint(form, read.problem, true);
    return;
  }
  hint(form, '');
  const wish = { wish: { poll: poll.id, choices: read.choices, key: form.elements.key.value }, filled, secret: poll.secret };
  lock(form, true);
  // A vote of the poll before may still be on its way: one after the other.
  if (pending) { following = wish; return; }
  begin(wish);
}

function begin(wish) {
  pending = wish;
  if (!wish.secret) keep();
  send();
}

async function send() {
  clearTimeout(retry);
  if (!pending || pending.busy) return;
  if (!isOn()) return status(words.Offline);
  const mine = pending;
  mine.busy = true;
  status(mine.secret ? words.Keeping : words.Sending);
  const answer = await vote(mine.wish).catch(() => null);
  mine.busy = false;
  // No answer: the line broke. After the next join the same key asks again; where it is back already, now.
  if (!answer) return isOn() ? void (retry = setTimeout(send, 1000)) : status(words.Offline);
  if (answer.status === 'busy') {
    status(words.Busy);
    mine.tries = Math.min(4, (mine.tries || 0) + 1);
    retry = setTimeout(send, (answer.retryAfter || 1) * mine.tries * 1000 * (1 + Math.random()));
    return;
  }
  pending = null;
  status('');
  forget();
  finish(mine, answer);
  if (following) { const wish = following; following = null; begin(wish); }
}

function finish(mine, answer) {
  const form = formOf(mine.wish.poll);
  const kept = answer.status === 'counted' || answer.status === 'changed' || answer.status === 'unchanged';
  if (!kept) {
    const sentence = answer.status === 'closed' ? words.TooLate : answer.message || words.Nothing;
    say('error', sentence);
    if (!form) return;
    lock(form, false);
    form.elements.key.value = newKey();
    hint(form, sentence, true);
    form.querySelector('button:not([type])').focus();
    return;
  }
  // A secret choice is forgotten here and now: from the form, from memory, from every store.
  if (form) { form.reset(); form.setAttribute('data-done', ''); }
  model.mine[mine.wish.poll] = mine.secret ? {} : { filled: mine.filled, receipt: answer.receipt };
  if (answer.status === 'counted' || mine.secret) swap(notice); // the vote itself, drawn below and focused, says it
  else say('success', answer.status === 'changed' ? words.Changed : words.Unchanged);
  drawArea(area, model);
  shape = shapeOf(model);
  const own = area.querySelector('.own-title');
  if (own && model.poll && model.poll.id === mine.wish.poll) own.focus();
}

function lock(form, on) {
  form.querySelectorAll('fieldset, button').forEach(part => { part.disabled = on; });
}

function say(kind, text) {
  swap(notice, make('p', { class: 'notice ' + kind }, text));
  notice.scrollIntoView({ block: 'nearest' });
}

function status(text, isGood) {
  clearTimeout(fade);
  lineText.hidden = !text;
  lineText.classList.toggle('good', !!isGood);
  lineText.textContent = text;
  if (text && isGood) fade = setTimeout(() => status(''), 4000);
}

// Spread out over the hall.
function lookAgain() {
  const spread = 500 + 2 * (model.poll ? model.poll.connected : 0);
  setTimeout(async () => {
    const answer = await fetch('/api/live/sessions/' + code).catch(() => null);
    if (!answer || !answer.ok) return;
    const session = await answer.json();
    model.ended = session.state === 'ended';
    show(session.poll);
  }, Math.random() * Math.min(20000, spread));
}

// A private window may refuse its store; the vote goes out all the same.
function keep() { try { sessionStorage.setItem(store, JSON.stringify(pending)); } catch (full) { /* see above */ } }

function forget() { try { sessionStorage.removeItem(store); } catch (closed) { /* see above */ } }

function remembered() { try { return JSON.parse(sessionStorage.getItem(store)); } catch (broken) { return null; } }
