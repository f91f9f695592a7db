// Counts a poll of the hub again, from its public record, and needs nothing of the hub for it.
//
//   node verify.mjs record.json
//   node verify.mjs https://hub.example.org/api/live/polls/<id>/record
//
// In a browser: open the record's address, open the console, paste this file, then: await recount(location.href)
//
// Exit code 0: everything fits. 1: something does not; the first misfit is printed with its box and height. 2: no record could be read.
//
// How the record is built (all hashes are SHA-256, lower-case hex, over UTF-8):
//   genesis          = hash(definition)                      what was asked, as one exact text
//   entry.hash       = hash(height|parent|type|payloadHash)  parent is the hash before it; genesis for the first
//   entry.payloadHash = hash(payload)
//   box.head         = hash of its last entry
//   head             = hash(heads of all boxes, sorted, joined by line feeds); hash(genesis) when there is no box
//   seal of a word   = hash(salt bytes, then the word)
//   listHash         = hash(payloads of a secret poll's ballots, joined by line feeds)

const hex = bytes => [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('');
const utf8 = text => new TextEncoder().encode(text);
const hash = async (...parts) => {
  const bytes = parts.flatMap(part => [...(typeof part === 'string' ? utf8(part) : part)]);
  return hex(await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
};
const fromHex = text => Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));

class Misfit extends Error {
  constructor(what, box = null, height = 0) {
    super(what);
    Object.assign(this, { box, height });
  }
}

/** Whether a ballot says what the poll allows. */
function allows({ kind, options, min, max, spread }, choice) {
  if (!Array.isArray(choice) || !choice.every(Number.isInteger)) return false;
  if (kind === 'text') return choice.length === 0;
  const pairs = kind === 'rating' || kind === 'points';
  if (pairs && choice.length % 2) return false;
  const numbers = choice.filter((_, i) => !pairs || i % 2 === 0), values = choice.filter((_, i) => pairs && i % 2 === 1);
  if (new Set(numbers).size < numbers.length || numbers.some(number => number < 1 || number > options.length)) return false;
  switch (kind) {
    case 'rating': return numbers.length > 0 && values.every(stars => stars >= 1 && stars <= 5);
    case 'points': return values.every(points => points >= 0) && values.some(points => points > 0) && values.reduce((sum, points) => sum + points, 0) <= spread;
    case 'ranking': return numbers.length > 0;
    case 'multiple': return numbers.length >= min && numbers.length <= max;
    default: return numbers.length === 1; // single, motion
  }
}

/** Adds one choice to the votes; `times` is -1 for what a changed ballot said before. */
function add(votes, kind, choice, times) {
  const put = (number, value) => { votes[number - 1] += value * times; };
  if (kind === 'text') return;
  if (kind === 'rating' || kind === 'points') for (let i = 0; i < choice.length; i += 2) put(choice[i], choice[i + 1]);
  else if (kind === 'ranking') choice.forEach((number, place) => put(number, votes.length - 1 - place)); // Borda: n-1 for the first … 0 for the last
  else choice.forEach(number => put(number, 1)); // single, multiple, motion
}

const read = text => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

async function checkBox(record, box, definition, votes, seals, receipts) {
  let parent = record.genesis, voters = 0;
  for (const [index, entry] of box.entries.entries()) {
    const height = index + 1;
    const wrong = what => { throw new Misfit(what, box.box, height); };
    if (entry.height !== height) wrong('the heights have a gap or a step back');
    if (entry.parent !== parent) wrong('the entry does not follow the one before');
    if (entry.payloadHash !== await hash(entry.payload)) wrong('the ballot does not fit its hash');
    if (entry.hash !== await hash(`${height}|${parent}|${entry.type}|${entry.payloadHash}`)) wrong('the entry does not fit the chain');
    if (entry.type !== (definition.secret ? 'secret-ballot' : 'ballot')) wrong('the entry is of a wrong type');
    const ballot = read(entry.payload);
    if (!allows(definition, ballot?.choice) || (ballot.was && !allows(definition, ballot.was))) wrong('the ballot is none that this poll allows');
    add(votes, definition.kind, ballot.choice, 1);
    if (ballot.was) add(votes, definition.kind, ballot.was, -1);
    // In several boxes a voter's changes may stand apart; each says what it replaces, so the sum is right all the same.
    if (!ballot.was) {
      if (!definition.secret && receipts.has(ballot.receipt)) wrong('the voter of this receipt has a ballot already');
      receipts.add(ballot.receipt);
      voters++;
    }
    if (ballot.seal) seals.set(ballot.receipt, [...(seals.get(ballot.receipt) ?? []), ballot.seal]);
    parent = entry.hash;
  }
  if (box.head !== parent || box.height !== box.entries.length) throw new Misfit('the box does not end at its head: entries are missing', box.box, box.entries.length + 1);
  return voters;
}

/** Checks a record and counts it again. Throws a misfit with `box` and `height` (0: the record as a whole). */
async function check(record) {
  if (await hash(record.definition) !== record.genesis) throw new Misfit('the definition was changed');
  const definition = JSON.parse(record.definition);
  const votes = definition.options.map(() => 0), seals = new Map();
  const receipts = new Set();
  let voters = 0;
  for (const box of record.boxes) voters += await checkBox(record, box, definition, votes, seals, receipts);

  const heads = record.boxes.map(box => box.head).sort();
  const head = await hash(heads.length ? heads.join('\n') : record.genesis);
  if (head !== record.head) throw new Misfit('the heads of the boxes do not make the head of the poll');
  if (record.sealedHead && record.sealedHead !== head) throw new Misfit('the head is not the one that was written down when the poll closed');
  if (record.listHash || (definition.secret && record.boxes.length)) {
    const list = record.boxes.flatMap(box => box.entries).map(entry => entry.payload);
    if (await hash(list.join('\n')) !== record.listHash) throw new Misfit('the list of secret ballots is not the one that was sealed at close');
  }
  for (const word of record.words ?? [])
    if (!(seals.get(word.receipt) ?? []).includes(await hash(fromHex(word.salt), word.text))) throw new Misfit(`the word of ${word.receipt} does not fit its seal`);
  if (record.votes && (record.votes.length !== votes.length || record.votes.some((n, i) => n !== votes[i]))) throw new Misfit(`the hub counted ${record.votes.join(', ')}, the record says ${votes.join(', ')}`);
  if (record.votes && record.voters !== voters) throw new Misfit(`the hub counted ${record.voters} voters, the record says ${voters}`);
  return { question: definition.question, kind: definition.kind, options: definition.options, votes, voters, head, counted: record.votes !== null };
}

async function recount(source) {
  const record = /^https?:/.test(source)
    ? await (await fetch(source)).json()
    : JSON.parse(await (await import('node:fs/promises')).readFile(source, 'utf8'));
  const result = await check(record);
  console.log(result.question);
  if (result.counted) result.options.forEach((text, i) => console.log(`  ${String(result.votes[i]).padStart(7)}  ${text}`));
  else console.log('  fewer than five secret ballots: no result');
  console.log(`  ${result.voters} voters, head ${result.head}`);
  console.log('Everything fits.');
  return result;
}

if (typeof process === 'undefined') globalThis.recount = recount;
else {
  try {
    if (!process.argv[2]) throw new Error('give a file or an address: node verify.mjs record.json');
    await recount(process.argv[2]);
  } catch (e) {
    console.error(e instanceof Misfit
      ? `Does not fit${e.box ? ` in box ${e.box}` : ''} at height ${e.height}: ${e.message}.`
      : `No record could be read: ${e.message}`);
    process.exitCode = e instanceof Misfit ? 1 : 2;
  }
}
