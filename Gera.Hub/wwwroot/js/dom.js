// Elements from data. Text goes in as text, never as markup.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  children.forEach(child => { if (child !== null && child !== undefined && child !== false) element.append(child); });
  return element;
}

/** Takes out whatever stood there, as replaceChildren does where it is known. */
export function swap(host, ...nodes) {
  while (host.firstChild) host.removeChild(host.firstChild);
  host.append(...nodes);
}

/** Makes the parts the children of the host. A part that already stands there is not touched: somebody may be writing in it. */
export function settle(host, parts) {
  Array.from(host.childNodes).forEach(node => { if (!parts.includes(node)) host.removeChild(node); });
  parts.forEach((part, i) => { if (host.childNodes[i] !== part) host.insertBefore(part, host.childNodes[i] || null); });
}

const drawings = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.5l3.5 2',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.5l3 3 5.5-6.5',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}

/** "Noch {0} von {1}" with its places filled. */
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
