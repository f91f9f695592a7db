// Results as PollResult.razor draws them: bars with live numbers, or a cloud of words.
import { make } from './dom.js';
import { words } from './live.js';
import { share } from './figures.js';

export function drawResult(poll, mine) {
  const host = make('div', { class: 'result' });
  if (poll.state === 'annulled') host.append(make('p', { class: 'verdict' }, words.Annulled + ' ' + (poll.reason || '')));
  if (poll.verdict) host.append(make('p', { class: 'verdict ' + poll.verdict.code }, verdictText(poll.verdict)));
  else if (!poll.shown) host.append(make('p', { class: 'voter-state' }, poll.secret && poll.state !== 'open' && poll.voters < 5 ? words.TooFew : words.Hidden));
  if (poll.shown && poll.kind === 'text') host.append(poll.words && poll.words.length ? drawCloud(poll.words) : make('p', { class: 'voter-state' }, words.NoWords));
  else if (poll.shown) host.append(make('ol', { class: 'bars' }, ...poll.options.map(option => bar(poll, option, mine))));
  if (poll.voters > 0 || poll.state === 'open') host.append(make('p', { class: 'voters' }, live(poll, 0, 'voters', votes())));
  return host;
}

export const verdictText = verdict => document.documentElement.lang === 'en' ? verdict.textEnglish : verdict.text;

export const live = (poll, option, show, unit) => make('live-number', { poll: poll.id, option: option || null, show, one: unit && unit[0], many: unit && unit[1] });

const votes = () => [words.Voter, words.Voters], points = () => [words.Point, words.Points];

function bar(poll, option, mine) {
  const own = mine && mine.filled && mine.filled[option.number] && (poll.kind === 'single' || poll.kind === 'multiple' || poll.kind === 'motion');
  return make('li', { class: own ? 'bar own' : 'bar', style: '--share: ' + 100 * share(poll, option) + '%' },
    make('span', { class: 'bar-label' }, option.text), make('span', { class: 'bar-number' }, ...numbers(poll, option.number)),
    make('span', { class: 'bar-track', 'aria-hidden': 'true' }, make('span', { class: 'bar-fill' })));
}

function numbers(poll, option) {
  const side = (...parts) => make('span', { class: 'bar-side' }, ' · ', ...parts);
  switch (poll.kind) {
    case 'rating': return [live(poll, option, 'average'), ' ' + words.Stars];
    case 'ranking': return [live(poll, option, 'votes', points()), side(live(poll, option, 'firsts'), ' ' + words.Firsts)];
    case 'points': return [live(poll, option, 'votes', points())];
    default: return [live(poll, option, 'votes'), side(live(poll, option, 'share'))];
  }
}

export function drawCloud(cloud) {
  const most = cloud.reduce((max, word) => Math.max(max, word.count), 1);
  return make('ul', { class: 'cloud' }, ...cloud.map(word => make('li', { style: '--weight: ' + (most > 1 ? 1 + 2 * (word.count - 1) / (most - 1) : 1) },
    word.text + ' ', word.count > 1 && make('small', null, String(word.count)))));
}
