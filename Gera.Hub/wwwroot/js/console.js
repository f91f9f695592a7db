// What a circuit cannot do by itself: print, hand over a file, warn before a page with unprinted cards is left, keep the keyboard's place.
let sheet = null;

// Cards go to a place outside the circuit, which forgets them; here they stay until the leader is done or leaves.
export function printSheet() {
  const shown = document.querySelector('[data-sheet]');
  forgetSheet();
  sheet = document.createElement('div');
  sheet.className = 'paper';
  sheet.append(shown.cloneNode(true));
  document.body.append(sheet);
  warnBeforeLeaving(true);
  printAgain();
}

// The circuit's answer must not wait for the printer's window.
export function printAgain() {
  setTimeout(() => window.print());
}

export function forgetSheet() {
  if (sheet) sheet.remove();
  sheet = null;
  warnBeforeLeaving(false);
}

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
  const editor = document.querySelector('[data-editor]'), field = editor && editor.querySelector('input[type=text]');
  if (!field) return;
  editor.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus();
}

let last = null, places = [], kept = false;

// A button that did its work often goes away. Then the keyboard stands where it was: at the row, else at the heading of the part.
export function keepFocus() {
  if (kept) return;
  kept = true;
  document.addEventListener('focusin', event => {
    last = event.target;
    places = [];
    for (let place = last.closest('[data-keep]'); place; place = place.parentElement.closest('[data-keep]')) places.push(place);
  });
  document.addEventListener('pointerdown', () => { last = null; });
  new MutationObserver(records => {
    if (!last || (document.activeElement && document.activeElement !== document.body)) return;
    if (last.isConnected && !last.disabled) {
      if (records.some(record => [...record.removedNodes].some(node => node.contains(last)))) last.focus();
      return;
    }
    const place = places.find(one => one.isConnected);
    if (!place) return;
    const target = place.matches('li') ? place : place.querySelector('h1, h2, h3') || place;
    target.tabIndex = -1;
    target.focus();
  }).observe(document.querySelector('.console'), { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}
