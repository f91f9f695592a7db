// Menus are <details> and need no script to open and close. With it, Escape, a look elsewhere and another menu close them.
const menus = [...document.querySelectorAll('.top details')];

addEventListener('keydown', event => {
  const open = event.key === 'Escape' && menus.find(menu => menu.open);
  if (!open) return;
  const inside = open.contains(document.activeElement);
  open.open = false;
  if (inside) open.querySelector('summary').focus();
});
for (const kind of ['pointerdown', 'focusin']) {
  addEventListener(kind, event => menus.forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
}
