// The current poll for one voter, drawn from JSON as PollArea.razor draws it. A form somebody is filling in stays the same form.
import { buildForm } from './ballot-form.js';
import { icon, make, settle } from './dom.js';
import { words } from './live.js';
import { drawResult } from './result.js';
import { dress } from './ballot-dress.js';

/** What decides whether the area must be drawn anew. Numbers move by themselves. */
export const shapeOf = model => {
  const poll = model.poll, mine = poll && model.mine[poll.id];
  return JSON.stringify([model.ended, model.seat, poll && [poll.id, poll.state, poll.shown, poll.closesAt, poll.verdict, poll.words, poll.reason, poll.question], mine]);
};

export function drawArea(host, model) {
  const poll = model.poll, parts = poll ? pollParts(poll, model, host) : [];
  if (model.ended) parts.unshift(ended(host.closest('[data-code]').dataset.code));
  else if (!poll) parts.push(make('div', { class: 'voter-state waiting' }, icon('clock'), make('h2', null, words.WaitingTitle), make('p', null, words.Waiting)));
  settle(host, parts.filter(Boolean));
}

const ended = code => make('div', { class: 'voter-state' }, make('h2', null, words.EndedTitle), make('p', null, words.Ended),
  make('p', null, make('a', { href: '/live/' + code + '/protokoll' }, words.ToMinutes)));

function formOf(host, poll, model) {
  const old = host.querySelector('form.ballot[data-poll="' + poll.id + '"]:not([data-done])'), mine = model.mine[poll.id];
  if (old) {
    dress(old, poll);
    return old.closest('details.change') || old;
  }
  if (mine && !poll.changeable) return null;
  const form = dress(buildForm(poll, mine && mine.filled), poll);
  return mine ? make('details', { class: 'change' }, make('summary', null, words.Change), form) : form;
}

function pollParts(poll, model, host) {
  const mine = model.mine[poll.id], isOpen = poll.state === 'open';
  const parts = [make('h2', { class: 'question', tabindex: -1 }, poll.question)];
  if (isOpen) {
    parts.push(make('p', { class: 'poll-facts' }, words['Kind_' + poll.kind] + ' · ' + (poll.secret ? words.Secret : poll.changeable ? words.Changeable : words.Final)));
    if (poll.closesAt) parts.push(make('p', { class: 'countdown' }, icon('clock'), words.Closes + ' ', make('time', { datetime: poll.closesAt, 'data-countdown': true })));
  }
  if (mine) parts.push(ownVote(poll, mine));
  if (isOpen && model.seat) parts.push(formOf(host, poll, model));
  if (isOpen && poll.secret) parts.push(make('p', { class: 'fineprint' }, words.SecretSentence));
  if (!isOpen || (poll.shown && (mine || !model.seat))) {
    if (isOpen) parts.push(make('h3', null, words.Interim));
    parts.push(drawResult(poll, mine));
  }
  if (!isOpen) parts.push(make('p', null, make('a', { href: '/live/' + poll.session + '/zaehlung/' + poll.id }, words.Recount)));
  return parts;
}

function ownVote(poll, mine) {
  const chosen = mine.filled ? linesOf(poll, mine.filled).join(' · ') : '';
  return make('div', { class: 'own', 'data-own': true }, icon('success'), make('div', null,
    make('p', { class: 'own-title', tabindex: -1 }, poll.secret ? words.Kept : words.Counted),
    chosen && make('p', null, words.Yours + ' ', make('strong', null, chosen)),
    mine.receipt && make('p', { class: 'fineprint' }, words.Receipt + ' ', make('span', { class: 'code' }, mine.receipt))));
}

function linesOf(poll, filled) {
  const given = poll.options.filter(option => filled[option.number]);
  switch (poll.kind) {
    case 'text': return [filled.words || ''];
    case 'ranking': return given.sort((a, b) => filled[a.number] - filled[b.number]).map(option => filled[option.number] + '. ' + option.text);
    case 'rating':
    case 'points': return given.map(option => option.text + ': ' + filled[option.number]);
    default: return given.map(option => option.text);
  }
}
