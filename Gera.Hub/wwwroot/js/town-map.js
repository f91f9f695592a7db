// <town-map at="50.88,12.08" line="50.88,12.08 50.89,12.09" src="/api/…" pick="Form">: the town, with one place, a line, many places, or for choosing one.
// What it shows stands in words beside it; a map that cannot be loaded stays away.
const leaflet = document.querySelector('script[data-leaflet]').dataset.leaflet;
let library = null, ground = null;
const load = () => library ??= import(new URL(leaflet, document.baseURI));
const base = () => ground ??= fetch('/karte/grund.json').then(answer => { if (!answer.ok) throw new Error('no ground'); return answer.json(); });
const points = text => (text || '').trim().split(/\s+/).filter(Boolean).map(pair => pair.split(',').map(Number));
const write = point => point.lat.toFixed(5) + ',' + point.lng.toFixed(5);
const words = { de: { zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', drawn: 'Schematisch gezeichnet', close: 'Schließen' }, en: { zoomIn: 'Zoom in', zoomOut: 'Zoom out', drawn: 'Drawn schematically', close: 'Close' } }[document.documentElement.lang === 'en' ? 'en' : 'de'];
const middle = [50.88, 12.083];

class TownMap extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    // Folded away it waits until it is unfolded; otherwise until the page itself is there.
    const fold = this.closest('details');
    if (fold && !fold.open) fold.addEventListener('toggle', () => this.begin(3), { once: true });
    else if (document.readyState === 'complete') this.begin(3);
    else window.addEventListener('load', () => this.begin(3), { once: true });
  }

  disconnectedCallback() { this.map?.remove(); this.map = null; }

  // A line that breaks for a moment is asked again.
  begin(tries) {
    if (!this.isConnected || this.map) return;
    this.start().catch(() => {
      this.map?.remove();
      this.map = null;
      this.replaceChildren();
      [library, ground] = [null, null];
      if (tries > 1) setTimeout(() => this.begin(tries - 1), 2000);
      else this.hidden = true;
    });
  }

  async start() {
    const [L, town] = await Promise.all([load(), base()]);
    const box = this.appendChild(document.createElement('div'));
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', this.getAttribute('label'));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.L = L;
    this.map = L.map(box, { zoomControl: false, attributionControl: true, scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still, maxZoom: town.maxZoom, minZoom: 10, zoomSnap: .5 }).setView(middle, 12);
    this.map.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(this.map);
    if (town.tiles) L.tileLayer(town.tiles, { attribution: escape(town.attribution || ''), maxZoom: town.maxZoom }).addTo(this.map);
    else this.draw(town);
    if (this.hasAttribute('src')) await this.places(town);
    if (this.hasAttribute('pick')) this.choose();
    else this.show(this.getAttribute('at'), this.getAttribute('line'));
  }

  draw(town) {
    const { L, map } = this, style = getComputedStyle(document.documentElement), colour = name => style.getPropertyValue(name).trim();
    town.districts.forEach(one => L.circle([one.north, one.east], { radius: one.name === 'Stadtmitte' ? 1100 : 750, stroke: false, fillColor: colour('--line'), fillOpacity: .65, interactive: false }).addTo(map));
    L.polyline(town.river, { color: colour('--info'), opacity: .55, weight: 5, smoothFactor: 2, interactive: false }).addTo(map);
    this.labels(town, {});
    map.attributionControl.addAttribution(words.drawn);
  }

  labels(town, counts) {
    const { L, map } = this, large = ['Stadtmitte', 'Lusan', 'Untermhaus', 'Bieblach-Ost', 'Langenberg', 'Zwötzen', 'Liebschwitz', 'Leumnitz', 'Aga'];
    this.names?.remove();
    this.names = L.layerGroup(town.districts.map(one => {
      const label = document.createElement('span');
      label.textContent = one.name;
      if (counts[one.name]) label.append(Object.assign(document.createElement('b'), { textContent: counts[one.name] }));
      return L.marker([one.north, one.east], { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-district' + (large.includes(one.name) || counts[one.name] ? '' : ' small'), html: label, iconSize: [0, 0] }) });
    })).addTo(map);
    const far = () => this.classList.toggle('map-far', map.getZoom() < 12.5);
    map.on('zoomend', far);
    far();
  }

  pin(place, title, theme, count = 0) {
    const { L } = this, number = document.createElement('span');
    if (count) number.textContent = count;
    const icon = L.divIcon({ className: 'map-pin' + (count ? ' many' : '') + (theme ? ' theme-' + theme : ''), html: number, iconSize: [26, 26], iconAnchor: [13, 29], popupAnchor: [0, -24] });
    return L.marker(place, { title, alt: title, riseOnHover: true, icon });
  }

  show(at, line) {
    const { L, map } = this, [place] = points(at), way = points(line);
    this.shown?.remove();
    this.shown = L.layerGroup().addTo(map);
    if (way.length > 1) this.shown.addLayer(L.polyline(way, { color: getComputedStyle(this).getPropertyValue('--theme') || '#0a5a63', weight: 5 }));
    else if (place) this.shown.addLayer(this.pin(place, this.getAttribute('label')));
    if (way.length > 1) map.fitBounds(way, { maxZoom: 15, padding: [30, 30] });
    else if (place && !this.hasAttribute('pick')) map.setView(place, 14);
  }

  async places(town) {
    const answer = await fetch(this.getAttribute('src'));
    const found = await answer.json();
    const counts = Object.fromEntries((found.districts || []).map(one => [one.name, one.count]));
    this.labels(town, counts);
    const places = found.features.map(one => ({ at: this.L.latLng(one.geometry.coordinates[1], one.geometry.coordinates[0]), ...one.properties }));
    const gather = () => this.gather(places);
    this.map.on('zoomend', gather);
    if (places.length > 1) this.map.fitBounds(this.L.latLngBounds(places.map(place => place.at)), { maxZoom: 14, padding: [30, 30] });
    gather();
  }

  // Places nearer to each other than a finger is wide are one pin with their number, and a list behind it.
  gather(places) {
    const { L, map } = this, width = 44, most = 12, groups = [];
    places.forEach(place => {
      const spot = map.project(place.at, map.getZoom());
      const group = groups.find(other => other.spot.distanceTo(spot) < width);
      if (group) group.places.push(place);
      else groups.push({ spot, places: [place] });
    });
    this.pins?.remove();
    this.pins = L.featureGroup(groups.map(group => {
      const [first] = group.places, list = document.createElement('ul');
      list.className = 'map-list';
      group.places.slice(0, most).forEach(place => {
        const link = document.createElement('a');
        link.href = place.link;
        link.textContent = place.title;
        list.appendChild(document.createElement('li')).appendChild(link);
      });
      if (group.places.length > most) list.appendChild(document.createElement('li')).textContent = '+ ' + (group.places.length - most);
      const one = group.places.length === 1, pin = this.pin(first.at, one ? first.title : first.title + ' + ' + (group.places.length - 1), first.theme, one ? 0 : group.places.length);
      return pin.bindPopup(list, { closeButtonLabel: words.close, maxHeight: 220 });
    })).addTo(map);
  }

  // Choosing: a press on the map, or by keyboard its middle. A second press makes a line out of the point when lines are being drawn.
  choose() {
    const form = this.closest('form'), prefix = this.getAttribute('pick'), field = name => form.elements[prefix + '.' + name];
    const [north, east, line] = ['Latitude', 'Longitude', 'Line'].map(field);
    const tools = form.querySelector('[data-map-tools]'), way = form.querySelector('[data-map-line]');
    tools.hidden = false;
    let drawn = points(line.value);
    const tell = () => {
      line.value = drawn.length > 1 ? drawn.map(point => point.map(value => value.toFixed(5)).join(',')).join(' ') : '';
      const place = drawn.length > 0 ? drawn[Math.floor((drawn.length - 1) / 2)] : null;
      north.value = place ? place[0].toFixed(5) : '';
      east.value = place ? place[1].toFixed(5) : '';
      this.show(place ? place.join(',') : '', line.value);
      north.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const add = point => { drawn = way.checked ? [...drawn, [point.lat, point.lng]].slice(-100) : [[point.lat, point.lng]]; tell(); };
    this.map.on('click', event => add(event.latlng));
    tools.querySelector('[data-map-middle]').addEventListener('click', () => add(this.map.getCenter()));
    tools.querySelector('[data-map-clear]').addEventListener('click', () => { drawn = []; tell(); });
    if (drawn.length === 0 && north.value && east.value) drawn = [[Number(north.value), Number(east.value)]];
    if (drawn.length > 0) { this.show(drawn[0].join(','), line.value); this.map.setView(drawn[0], 14); }
  }
}

const escape = text => { const box = document.createElement('div'); box.textContent = text; return box.innerHTML; };

customElements.define('town-map', TownMap);
