// One line to the hub per page, used by everything on it. Snapshot first, then news; the newest count wins and none goes back.
const listeners = {};
const polls = new Map(), early = new Map();
const topics = new Set(), watched = new Set();
let line = null, session = null, attempt = 0, timer = 0, on = false, wanted = false;

export const words = readWords();
/** Milliseconds the hub's clock is ahead of this device's. */
export const ahead = clockAhead();
export const now = () => Date.now() + ahead;
export const isOn = () => on;
export const pollOf = id => polls.get(id);

/** Events: joined(answer), poll(snapshot), count(poll id), supports({idea, supports}), changed(topic), line(is on). */
export function listen(name, look) {
  (listeners[name] = listeners[name] || []).push(look);
}

/** Takes the seat of a session (the cookie says which) and hears of its polls. */
export function join(code) {
  session = code;
  open();
  // A number on the page may have called the hub before its module came over a slow line.
  if (on) { on = false; enter().catch(lost); }
}

/** Hears changed(topic); an open page may watch before the line is there. */
export function watch(topic) {
  topics.add(topic);
  if (on) watchAll();
  open();
}

/** Moves the numbers of a poll on a page that has not joined its session. */
export function follow(poll) {
  setTimeout(() => { if (!session && !topics.has('poll:' + poll)) { watch('poll:' + poll); if (on) fetchPoll(poll); } });
}

/** Moves the number of people who support an idea. */
export function followIdea(idea) {
  setTimeout(() => watch('idea:' + idea));
}

// All ideas of a page at once, after the line is there: first listen, then look.
async function fetchIdeas() {
  const ideas = Array.from(topics).filter(topic => topic.startsWith('idea:')).map(topic => topic.slice(5));
  const answer = ideas.length ? await fetch('/api/ideen/zahlen?ideen=' + ideas.join(',')).catch(() => null) : null;
  if (answer && answer.ok) Object.entries(await answer.json()).forEach(([idea, supports]) => tell('supports', { idea, supports }));
}

export function vote(wish) {
  if (!on) return Promise.reject(new Error('offline'));
  const slow = setTimeout(probe, 8000), answer = line.invoke('Vote', wish), done = () => clearTimeout(slow);
  answer.then(done, done);
  return answer;
}

/** Takes what is known of a poll, unless something newer is. */
export function take(snapshot) {
  const old = polls.get(snapshot.id);
  if (old && old.version > snapshot.version && old.state === snapshot.state && old.shown && snapshot.shown) snapshot = Object.assign({}, snapshot, numbersOf(old));
  polls.set(snapshot.id, snapshot);
  const count = early.get(snapshot.id);
  early.delete(snapshot.id);
  if (count) tally(count);
  tell('count', snapshot.id);
  return snapshot;
}

export async function fetchPoll(id) {
  const answer = await fetch('/api/live/polls/' + id).catch(() => null);
  if (answer && answer.ok) tell('poll', take(await answer.json()));
}

function tally(count) {
  const poll = polls.get(count.poll);
  // The first count may overtake the poll itself.
  if (!poll) early.set(count.poll, count);
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
    .withUrl('/hubs/live', { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets, WebSocket: Patient })
    .configureLogging(signalR.LogLevel.None).build();
  line.serverTimeoutInMilliseconds = 40000;
  line.on('poll', snapshot => tell('poll', take(snapshot)));
  line.on('tally', tally);
  line.on('supports', count => tell('supports', count));
  line.on('changed', topic => tell('changed', topic));
  line.onclose(() => { on = false; tell('line', false); again(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) atOnce(); });
  window.addEventListener('online', atOnce);
  // The device knows sooner than the line does.
  window.addEventListener('offline', () => { if (on) line.stop(); });
  window.addEventListener('pageshow', event => { if (event.persisted) atOnce(); });
  start();
}

async function start() {
  clearTimeout(timer);
  timer = 0;
  watched.clear();
  try {
    await line.start();
    // First listen, then look: what changes in between arrives twice rather than not at all.
    await watchAll();
    await enter();
  } catch (failure) { lost(); }
}

async function enter() {
  const answer = session ? await line.invoke('Join', session, null) : null;
  if (answer && answer.poll) answer.poll = take(answer.poll);
  on = true;
  attempt = 0;
  await watchAll();
  tell('line', true);
  if (answer) tell('joined', answer);
  else topics.forEach(topic => { if (topic.startsWith('poll:')) fetchPoll(topic.slice(5)); else if (!topic.startsWith('idea:')) tell('changed', topic); });
  fetchIdeas();
}

async function watchAll() {
  for (const topic of topics) {
    if (watched.has(topic)) continue;
    watched.add(topic);
    await line.invoke('Watch', topic).catch(() => {});
  }
}

function lost() {
  if (line.state === signalR.HubConnectionState.Connected) line.stop();
  else { tell('line', false); again(); }
}

// For ever, and spread out: after a restart of the hub thousands come back.
function again() {
  if (timer) return;
  const most = Math.min(20000, 1000 * Math.pow(2, attempt++));
  timer = setTimeout(start, Math.random() * most);
}

function atOnce() {
  if (line.state === signalR.HubConnectionState.Disconnected) start();
  else if (on) probe();
}

// A line may have died without a word, in a sleep or a tunnel. Whoever does not answer is given up and called again.
function probe() {
  const given = setTimeout(() => line.stop(), 5000), done = () => clearTimeout(given);
  line.invoke('Unwatch', '').then(done, done);
}

// Where a call is neither taken nor refused, as in a hall full of telephones, the browser alone would wait for minutes.
function Patient(url, protocols) {
  const socket = protocols ? new WebSocket(url, protocols) : new WebSocket(url);
  const given = setTimeout(() => { if (socket.readyState === WebSocket.CONNECTING) socket.close(); }, 15000);
  socket.addEventListener('open', () => clearTimeout(given));
  return socket;
}
Patient.OPEN = WebSocket.OPEN;

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
