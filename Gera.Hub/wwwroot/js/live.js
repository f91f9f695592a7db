// One line to the hub per page, used by everything on it. Snapshot first, then news; the newest count wins and none goes back.
const listeners = {};
const polls = new Map();
const topics = new Set();
let line = null, session = null, attempt = 0, timer = 0, on = false, wanted = false;

export const words = readWords();
/** Milliseconds the hub's clock is ahead of this device's. */
export const ahead = clockAhead();
export const now = () => Date.now() + ahead;
export const isOn = () => on;
export const pollOf = id => polls.get(id);

/** Events: joined(answer), poll(snapshot), count(poll id), changed(topic), line(is on). */
export function listen(name, look) {
  (listeners[name] = listeners[name] || []).push(look);
}

/** Takes the seat of a session (the cookie says which) and hears of its polls. */
export function join(code) {
  session = code;
  open();
}

/** Hears changed(topic); an open page may watch before the line is there. */
export function watch(topic) {
  topics.add(topic);
  if (on) line.invoke('Watch', topic).catch(() => {});
  open();
}

/** Moves the numbers of a poll on a page that has not joined its session. */
export function follow(poll) {
  setTimeout(() => { if (!session && !topics.has('poll:' + poll)) { watch('poll:' + poll); if (on) fetchPoll(poll); } });
}

export const vote = wish => on ? line.invoke('Vote', wish) : Promise.reject(new Error('offline'));

/** Takes what is known of a poll, unless something newer is. */
export function take(snapshot) {
  const old = polls.get(snapshot.id);
  if (old && old.version > snapshot.version && old.state === snapshot.state && old.shown && snapshot.shown) snapshot = Object.assign({}, snapshot, numbersOf(old));
  polls.set(snapshot.id, snapshot);
  tell('count', snapshot.id);
  return snapshot;
}

export async function fetchPoll(id) {
  const answer = await fetch('/api/live/polls/' + id).catch(() => null);
  if (answer && answer.ok) tell('poll', take(await answer.json()));
}

function tally(count) {
  const poll = polls.get(count.poll);
  if (!poll || poll.state !== 'open' || count.version < poll.version) return;
  poll.voters = count.voters;
  poll.version = count.version;
  if (poll.shown && count.votes) poll.options.forEach((option, i) => { option.votes = count.votes[i]; });
  if (poll.shown && count.detail) poll.detail = count.detail;
  tell('count', poll.id);
}

const numbersOf = poll => ({ voters: poll.voters, version: poll.version, options: poll.options, detail: poll.detail });

function tell(name, what) {
  (listeners[name] || []).forEach(look => look(what));
}

function open() {
  if (wanted || !window.signalR) return;
  wanted = true;
  line = new signalR.HubConnectionBuilder()
    .withUrl('/hubs/live', { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
    .configureLogging(signalR.LogLevel.None).build();
  line.serverTimeoutInMilliseconds = 40000;
  line.on('poll', snapshot => tell('poll', take(snapshot)));
  line.on('tally', tally);
  line.on('changed', topic => tell('changed', topic));
  line.onclose(() => { on = false; tell('line', false); again(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) atOnce(); });
  window.addEventListener('online', atOnce);
  window.addEventListener('pageshow', event => { if (event.persisted) atOnce(); });
  start();
}

async function start() {
  clearTimeout(timer);
  timer = 0;
  try {
    await line.start();
    // First listen, then look: what changes in between arrives twice rather than not at all.
    for (const topic of topics) await line.invoke('Watch', topic).catch(() => {});
    if (session) {
      const answer = await line.invoke('Join', session, null);
      if (answer.poll) answer.poll = take(answer.poll);
      on = true;
      attempt = 0;
      tell('line', true);
      tell('joined', answer);
    } else {
      on = true;
      attempt = 0;
      tell('line', true);
      topics.forEach(topic => { if (topic.startsWith('poll:')) fetchPoll(topic.slice(5)); else tell('changed', topic); });
    }
  } catch (failure) {
    if (line.state === signalR.HubConnectionState.Connected) line.stop();
    else { tell('line', false); again(); }
  }
}

// For ever, and spread out: after a restart of the hub thousands come back.
function again() {
  if (timer) return;
  const most = Math.min(20000, 1000 * Math.pow(2, attempt++));
  timer = setTimeout(start, Math.random() * most);
}

function atOnce() {
  if (line.state === signalR.HubConnectionState.Disconnected) start();
  else if (on) line.invoke('Unwatch', '').catch(() => {}); // wakes a line that died in sleep
}

function readWords() {
  const holder = document.querySelector('[data-words]');
  return holder ? JSON.parse(holder.dataset.words) : {};
}

function clockAhead() {
  const holder = document.querySelector('[data-now]');
  const entry = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
  if (!holder) return 0;
  const asked = entry ? performance.timeOrigin + entry.responseStart : Date.now();
  return Date.parse(holder.dataset.now) - asked;
}
