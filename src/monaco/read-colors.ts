/** Colour variables as `#rrggbb` or `#rrggbbaa`, by name: Monaco does not understand CSS variables. */
export function readColors(variables: Iterable<string>): Map<string, string> {
  const names = [...new Set(variables)];
  const computed = computedColors(names);
  const canvas = document.createElement('canvas');
  canvas.width = names.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Map(names.map((name) => [name, '#808080']));
  computed.forEach((color, x) => {
    context.fillStyle = color;
    context.fillRect(x, 0, 1, 1);
  });
  const { data } = context.getImageData(0, 0, names.length, 1);
  return new Map(names.map((name, x) => [name, toHex(data.slice(4 * x, 4 * x + 4))]));
}

/** All at once, so that the page's styles are computed once. */
function computedColors(names: string[]): string[] {
  const probes = names.map((name) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${name})`;
    return probe;
  });
  const holder = document.createElement('div');
  holder.hidden = true;
  holder.append(...probes);
  document.body.append(holder);
  const colors = probes.map((probe) => getComputedStyle(probe).color);
  holder.remove();
  return colors;
}

function toHex(bytes: Uint8ClampedArray): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `#${hex.endsWith('ff') ? hex.slice(0, 6) : hex}`;
}
