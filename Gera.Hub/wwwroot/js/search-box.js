// <search-box> around a search field: titles that fit while somebody types, as a list box the arrow keys walk (ARIA combobox pattern).
// Without script the field is a field.
const pause = 150;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector('input');
    this.list = document.createElement('ul');
    Object.assign(this.list, { id: this.field.id + '-vorschlaege', className: 'search-box-list', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.querySelector('label').textContent);
    this.append(this.list);
    for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', this.list.id], ['aria-autocomplete', 'list']]) this.field.setAttribute(name, value);
    this.field.addEventListener('input', () => { clearTimeout(this.waiting); this.waiting = setTimeout(() => this.ask(), pause); });
    this.field.addEventListener('keydown', e => this.key(e));
    this.addEventListener('focusout', e => { if (!this.contains(e.relatedTarget)) this.close(); });
  }

  async ask() {
    const words = this.field.value.trim();
    if (words.length < 2) return this.close();
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch('/api/suche?q=' + encodeURIComponent(words), { signal: this.asking.signal });
      if (answer.ok) this.show(await answer.json());
    } catch { /* the line is gone or the next letter came: the field still works */ }
  }

  show(hits) {
    this.list.replaceChildren(...hits.map((hit, n) => {
      const option = document.createElement('a');
      Object.assign(option, { href: hit.address, textContent: hit.title, id: `${this.list.id}-${n}`, tabIndex: -1 });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const row = document.createElement('li');
      row.setAttribute('role', 'presentation');
      row.append(option);
      return row;
    }));
    this.chosen = -1;
    this.list.hidden = hits.length === 0;
    this.field.setAttribute('aria-expanded', String(hits.length > 0));
    this.field.removeAttribute('aria-activedescendant');
  }

  close() {
    this.asking?.abort();
    if (!this.list.hidden) this.show([]);
  }

  key(e) {
    const options = [...this.list.querySelectorAll('[role=option]')];
    if (e.key === 'Escape' && options.length) { e.preventDefault(); this.close(); }
    else if (e.key === 'Enter' && options[this.chosen]) { e.preventDefault(); options[this.chosen].click(); }
    else if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && options.length) {
      e.preventDefault();
      options[this.chosen]?.setAttribute('aria-selected', 'false');
      this.chosen = (this.chosen + (e.key === 'ArrowDown' ? 1 : -1) + options.length + 1) % (options.length + 1);
      if (this.chosen === options.length) this.chosen = -1;
      const option = options[this.chosen];
      option?.setAttribute('aria-selected', 'true');
      if (option) this.field.setAttribute('aria-activedescendant', option.id);
      else this.field.removeAttribute('aria-activedescendant');
    }
  }
}

customElements.define('search-box', SearchBox);
