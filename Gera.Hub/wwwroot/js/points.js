// Says how many points are left while they are spread.
const form = document.querySelector('form.points'), left = form.querySelector('[data-left]');
const look = () => {
  const spent = Array.from(form.querySelectorAll('input[type=number]'), field => Number(field.value) || 0).reduce((sum, n) => sum + n, 0);
  const rest = Number(form.dataset.most) - spent;
  left.textContent = left.dataset.words.replace('{0}', rest);
  left.classList.toggle('over', rest < 0);
};
form.addEventListener('input', look);
look();
