// The voter's page with script: hears of polls, draws them, and brings a vote to the box once, whatever the line does.
import { isOn, join, listen, now, vote, watch, words } from './live.js';
import { choicesOf, filledIn, newKey } from './ballot-form.js';
import { drawArea, shapeOf } from './area.js';
import { dress, hint } from './ballot-dress.js';
import { make } from './dom.js';
import './countdown.js';

const root = document.getElementById('voter');
const area = root.querySelector('[data-area]'), notice = root.querySelector('[data-notice]'), lineText = root.querySelector('[data-line]');
const code = root.dataset.code, store = 'hub-vote-' + code;
const model = { poll: null, seat: root.hasAttribute('data-seat'), ended: false, mine: root.dataset.mine ? { [root.dataset.poll]: JSON.parse(root.dataset.mine) } : {} };
let pending = remembered(), shape = null, lastPoll = 0, retry = 0;

listen('joined', answer => {
  model.ended = answer.session.state === 'ended';
  model.seat = model.seat || !!answer.seat;
  show(answer.poll);
  send();
});
listen('poll', poll => { if (poll.session === code) { lastPoll = now(); show(poll); } });
listen('line', on => status(on ? '' : pending ? words.Offline : words.Lost));
listen('changed', topic => { if (topic === 'session:' + code) setTimeout(lookAgain, 500); });
root.addEventListener('submit', event => { if (event.target.matches('form.ballot')) { event.preventDefault(); press(event.target); } });
if (location.search.includes('stimme=')) history.replaceState(null, '', location.pathname);
watch('session:' + code);
join(code);

function show(poll) {
  // A poll just closed may be told after the next one opened.
  if (poll && model.poll && poll.id !== model.poll.id && poll.state !== 'open' && model.poll.state === 'open') return;
  const before = model.poll;
  model.poll = poll || null;
  const next = shapeOf(model);
  if (shape === null && poll && poll.id === root.dataset.poll && poll.state === root.dataset.state) adopt(poll);
  else if (shape !== next && !(shape === null && !poll && !root.dataset.poll && !model.ended)) {
    drawArea(area, model);
    if (before && poll && before.id !== poll.id && poll.state === 'open') say('info', words.Opened);
    else if (before && poll && before.id === poll.id && before.state === 'open' && poll.state !== 'open') say('info', words.Closed);
  }
  shape = next;
}

// The page came with this very poll: its form, perhaps half filled in, stays.
function adopt(poll) {
  const form = area.querySelector('form.ballot');
  if (form) dress(form, poll);
}

function press(form) {
  const poll = model.poll;
  if (pending || !poll || poll.id !== form.dataset.poll) return;
  const filled = filledIn(form), read = choicesOf(poll, filled);
  if (read.problem) {
    hint(form, read.problem, true);
    return;
  }
  pending = { wish: { poll: poll.id, choices: read.choices, key: form.elements.key.value }, filled, secret: poll.secret };
  if (!poll.secret) keep();
  lock(form, true);
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
  // No answer: the line broke. After the next join the same key asks again.
  if (!answer) return status(words.Offline);
  if (answer.status === 'busy') {
    status(words.Busy);
    retry = setTimeout(send, (answer.retryAfter || 1) * 1000 * (.5 + Math.random()));
    return;
  }
  pending = null;
  status('');
  sessionStorage.removeItem(store);
  finish(mine, answer);
}

function finish(mine, answer) {
  const form = area.querySelector('form.ballot[data-poll="' + mine.wish.poll + '"]');
  const kept = answer.status === 'counted' || answer.status === 'changed' || answer.status === 'unchanged';
  if (!kept) {
    if (form) { lock(form, false); form.elements.key.value = newKey(); }
    say('error', answer.status === 'closed' ? words.TooLate : answer.message || words.Nothing);
    return;
  }
  // A secret choice is forgotten here and now: from the form, from memory, from every store.
  if (form) { form.reset(); form.setAttribute('data-done', ''); }
  model.mine[mine.wish.poll] = mine.secret ? {} : { filled: mine.filled, receipt: answer.receipt };
  if (answer.status === 'counted' || mine.secret) notice.replaceChildren(); // the vote itself, drawn below and focused, says it
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
  notice.replaceChildren(make('p', { class: 'notice ' + kind }, text));
}

function status(text) {
  lineText.textContent = text;
  lineText.hidden = !text;
}

// Most changes of a session come with a poll; what does not (its end) is asked for, spread out over the hall.
function lookAgain() {
  if (now() - lastPoll < 2000) return;
  const spread = 500 + 2 * (model.poll ? model.poll.connected : 0);
  setTimeout(async () => {
    const answer = await fetch('/api/live/sessions/' + code).catch(() => null);
    if (!answer || !answer.ok) return;
    const session = await answer.json();
    model.ended = session.state === 'ended';
    show(session.poll);
  }, Math.random() * Math.min(20000, spread));
}

function keep() { try { sessionStorage.setItem(store, JSON.stringify(pending)); } catch (full) { /* a private window may refuse; the vote goes out all the same */ } }

function remembered() { try { return JSON.parse(sessionStorage.getItem(store)); } catch (broken) { return null; } }
