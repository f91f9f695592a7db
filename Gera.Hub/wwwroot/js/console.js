// What a circuit cannot do by itself: print, hand over a file, warn before a page with unprinted cards is left.
export const print = () => window.print();

export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const warn = event => event.preventDefault();

export function warnBeforeLeaving(on) {
  if (on) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

export function showEditor() {
  const field = document.getElementById('poll-question');
  field?.closest('details')?.setAttribute('open', '');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
