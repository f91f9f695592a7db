// Numbers of a poll as they are shown; Figures.cs reckons the same.
const language = document.documentElement.lang === 'en' ? 'en-GB' : 'de-DE';
const whole = new Intl.NumberFormat(language);
const tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const fixed = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const number = value => value === null || value === undefined ? '–' : whole.format(value);

const stars = (poll, option) => poll.detail && poll.detail.stars ? poll.detail.stars[option.number - 1].reduce((sum, n) => sum + n, 0) : 0;

/** How full an option's bar is, 0–1. */
export function share(poll, option) {
  let all = poll.voters;
  if (poll.kind === 'rating') all = 5 * stars(poll, option);
  if (poll.kind === 'ranking') all = poll.voters * (poll.options.length - 1);
  if (poll.kind === 'points') all = poll.options.reduce((sum, o) => sum + (o.votes || 0), 0);
  return all > 0 ? Math.min(1, Math.max(0, (option.votes || 0) / all)) : 0;
}

/** What a <live-number> shows of a poll. */
export function figure(poll, show, option) {
  switch (show) {
    case 'voters': return poll.secret && poll.voters < 5 ? '< 5' : number(poll.voters);
    case 'connected': return number(poll.connected);
    case 'turnout': return poll.entitled ? tenth.format(100 * poll.voters / poll.entitled) + ' %' : '–';
    case 'share': return poll.voters > 0 ? tenth.format(100 * share(poll, option)) + ' %' : '–';
    case 'entitled': return poll.entitled ? tenth.format(100 * (option.votes || 0) / poll.entitled) + ' %' : '–';
    case 'firsts': return number(poll.detail && poll.detail.firsts ? poll.detail.firsts[option.number - 1] : null);
    case 'average': { const given = stars(poll, option); return given ? fixed.format(option.votes / given) : '–'; }
    default: return number(option ? option.votes : null);
  }
}
