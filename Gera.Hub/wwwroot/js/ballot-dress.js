// What a ballot gets beyond plain fields: points that are left, steps up and down in a ranking.
import { fill, make } from './dom.js';
import { words } from './live.js';

export function dress(form, poll) {
  if (form.dataset.dressed) return form;
  form.dataset.dressed = 'yes';
  if (poll.kind === 'points') {
    form.addEventListener('input', () => showRemaining(form, poll));
    showRemaining(form, poll);
  }
  if (poll.kind === 'ranking') addSteps(form, poll);
  if (poll.kind === 'rating') {
    const mark = () => form.querySelectorAll('.star').forEach(star => star.classList.toggle('chosen', star.firstElementChild.checked));
    form.addEventListener('change', mark);
    mark();
  }
  return form;
}

export function hint(form, sentence, isWrong) {
  const line = form.querySelector('[data-hint]');
  line.textContent = sentence;
  line.classList.toggle('wrong', !!isWrong);
}

function showRemaining(form, poll) {
  const sum = Array.from(form.querySelectorAll('[name^="wert-"]')).reduce((all, input) => all + (Number(input.value) || 0), 0);
  if (sum > poll.spread) hint(form, fill(words.Overspent, sum - poll.spread), true);
  else hint(form, fill(words.Remaining, poll.spread - sum, poll.spread));
}

function addSteps(form, poll) {
  poll.options.forEach(option => {
    const select = form.querySelector('[name="wert-' + option.number + '"]');
    const step = (text, sign, by) => {
      const button = make('button', { type: 'button', class: 'step', 'aria-label': fill(text, option.text) }, sign);
      button.addEventListener('click', () => move(form, poll, select, by));
      return button;
    };
    const row = make('span', { class: 'move' });
    select.replaceWith(row);
    row.append(select, step(words.Up, '↑', -1), step(words.Down, '↓', 1));
  });
}

// The first step gives the next free place; each further one changes places with whoever stands there.
function move(form, poll, select, by) {
  const all = Array.from(form.querySelectorAll('[name^="wert-"]'));
  const taken = all.filter(other => other.value !== '').map(other => Number(other.value));
  const was = Number(select.value);
  if (!was) {
    for (let place = 1; place <= poll.options.length; place++) if (!taken.includes(place)) { select.value = place; break; }
  } else {
    const place = was + by;
    if (place < 1 || place > poll.options.length) return;
    const other = all.find(one => one.value === String(place));
    if (other) other.value = was;
    select.value = place;
  }
  sort(form, all);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function sort(form, all) {
  const focus = document.activeElement, line = form.querySelector('[data-hint]');
  all.map(select => ({ row: select.closest('.place'), place: Number(select.value) || 1000 })).sort((a, b) => a.place - b.place).forEach(one => line.before(one.row));
  if (focus) focus.focus();
}
