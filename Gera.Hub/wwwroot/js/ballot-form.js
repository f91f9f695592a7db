// The ballot: built from a snapshot as BallotForm.razor builds it, and read back as the contract's choices.
import { fill, make } from './dom.js';
import { words } from './live.js';

export function buildForm(poll, filled) {
  const token = document.querySelector('input[name="__RequestVerificationToken"]');
  const fields = make('fieldset', null, make('legend', null, legend(poll)), ...rows(poll, filled || {}), make('p', { class: 'ballot-hint', 'data-hint': true, 'aria-live': 'polite' }));
  return make('form', { class: 'ballot', method: 'post', action: '/live/' + poll.session + '/abstimmen', 'data-poll': poll.id, 'data-kind': poll.kind },
    token && make('input', { type: 'hidden', name: token.name, value: token.value }),
    make('input', { type: 'hidden', name: 'poll', value: poll.id }),
    make('input', { type: 'hidden', name: 'key', value: newKey() }),
    fields, make('button', { class: 'button primary huge wide' }, words.Vote));
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

function legend(poll) {
  switch (poll.kind) {
    case 'multiple': return poll.min === poll.max ? fill(words.PickExactly, poll.max) : fill(words.PickBetween, poll.min, poll.max);
    case 'rating': return words.Rate;
    case 'ranking': return words.Rank;
    case 'points': return fill(words.Spread, poll.spread);
    case 'text': return words.Words;
    default: return words.PickOne;
  }
}

function rows(poll, filled) {
  const value = option => filled[option.number];
  switch (poll.kind) {
    case 'rating': return poll.options.map(option => make('div', { class: 'rating', role: 'radiogroup', 'aria-labelledby': 'stars-' + option.number },
      make('span', { id: 'stars-' + option.number }, option.text),
      make('span', { class: 'stars' }, ...[1, 2, 3, 4, 5].map(star => make('label', { class: 'star' },
        make('input', { type: 'radio', name: 'wert-' + option.number, value: star, checked: value(option) === star }), make('span', null, String(star)))))));
    case 'ranking': return poll.options.map(option => place(option, make('select', { id: 'place-' + option.number, name: 'wert-' + option.number },
      make('option', { value: '' }, '–'), ...poll.options.map((_, i) => make('option', { value: i + 1, selected: value(option) === i + 1 }, i + 1 + '.')))));
    case 'points': return poll.options.map(option => place(option, make('input', { type: 'number', id: 'place-' + option.number, name: 'wert-' + option.number, min: 0, max: poll.spread, inputmode: 'numeric', value: value(option) })));
    case 'text': return [make('input', { type: 'text', name: 'text', maxlength: 140, required: true, 'aria-label': words.YourWords, autocomplete: 'off', value: filled.words })];
    default: return poll.options.map(option => make('label', { class: 'option' },
      make('input', { type: poll.kind === 'multiple' ? 'checkbox' : 'radio', name: 'wahl', value: option.number, checked: !!value(option), required: poll.kind !== 'multiple' }),
      make('span', null, option.text)));
  }
}

const place = (option, control) => make('div', { class: 'place' }, make('label', { for: 'place-' + option.number }, option.text), control);

/** What a form holds, as option → value, and words. */
export function filledIn(form) {
  const filled = {};
  form.querySelectorAll('[name="wahl"]:checked').forEach(input => { filled[input.value] = 1; });
  form.querySelectorAll('[name^="wert-"]').forEach(input => {
    if (input.value !== '' && (input.type !== 'radio' || input.checked)) filled[input.name.slice(5)] = Number(input.value);
  });
  const text = form.querySelector('[name="text"]');
  if (text) filled.words = text.value;
  return filled;
}

/** The contract's choices, or a sentence that says what is missing. */
export function choicesOf(poll, filled) {
  const pairs = Object.keys(filled).filter(key => key !== 'words').map(key => [Number(key), filled[key]]);
  switch (poll.kind) {
    case 'text': return filled.words && filled.words.trim() ? { choices: filled.words } : { problem: words.Nothing };
    case 'multiple': {
      if (pairs.length < poll.min || pairs.length > poll.max) return { problem: legend(poll) };
      return { choices: pairs.map(pair => pair[0]) };
    }
    case 'ranking': {
      if (new Set(pairs.map(pair => pair[1])).size < pairs.length) return { problem: words.PlacesShared };
      return pairs.length ? { choices: pairs.sort((a, b) => a[1] - b[1]).map(pair => pair[0]) } : { problem: words.Nothing };
    }
    case 'points': {
      const given = pairs.filter(pair => pair[1] > 0), sum = given.reduce((all, pair) => all + pair[1], 0);
      if (sum > poll.spread) return { problem: fill(words.Overspent, sum - poll.spread) };
      return given.length ? { choices: given } : { problem: words.Nothing };
    }
    case 'rating': return pairs.length ? { choices: pairs } : { problem: words.Nothing };
    default: return pairs.length ? { choices: [pairs[0][0]] } : { problem: words.PickOne };
  }
}
