/** A drawn map: no tiles are fetched, the streets are made from the coordinates, so the same place always looks the same. */
const NS = 'http://www.w3.org/2000/svg';

function shape(name, attributes) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** A number in 0..1 that depends on `x` and `y` alone. */
function noise(x, y) {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return value - Math.floor(value);
}

/** Degrees that the width of the drawing spans. */
export const MAP_SPAN = 0.02;

/** An SVG of 320 x 170 with a pin on the given place (degrees). */
export function mapDrawing(latitude, longitude) {
  const svg = shape('svg', { viewBox: '0 0 320 170', 'aria-hidden': 'true' });
  svg.append(shape('rect', { width: 320, height: 170, fill: '#e8e4d8' }));
  const cell = 64;
  const perDegree = 320 / MAP_SPAN;
  const [left, top] = [longitude * perDegree - 160, -latitude * perDegree - 85];
  const columns = [Math.floor(left / cell), Math.floor((left + 320) / cell)];
  const rows = [Math.floor(top / cell), Math.floor((top + 170) / cell)];
  for (let column = columns[0]; column <= columns[1]; column++) {
    for (let row = rows[0]; row <= rows[1]; row++) {
      const [x, y] = [column * cell - left, row * cell - top];
      const kind = noise(column, row);
      if (kind > 0.82) svg.append(shape('rect', { x: x + 5, y: y + 5, width: cell - 10, height: cell - 10, rx: 8, fill: '#bfdcb0' }));
      else if (kind < 0.08) svg.append(shape('rect', { x, y, width: cell, height: cell, fill: '#a9cfe4' }));
      else {
        for (let block = 0; block < 3; block++) {
          const width = 10 + noise(column + block, row) * 16;
          svg.append(shape('rect', { x: x + 8 + block * 18, y: y + 10 + noise(row, block + column) * 14, width, height: 14 + noise(block, row) * 22, rx: 2, fill: '#d6d0c0' }));
        }
      }
      const wide = noise(column, 7) > 0.7 ? 8 : 4;
      svg.append(shape('rect', { x: x - wide / 2, y, width: wide, height: cell, fill: '#fff' }));
      svg.append(shape('rect', { x, y: y - (noise(row, 3) > 0.7 ? 8 : 4) / 2, width: cell, height: noise(row, 3) > 0.7 ? 8 : 4, fill: '#fff' }));
    }
  }
  svg.append(shape('ellipse', { cx: 160, cy: 86, rx: 9, ry: 3.5, fill: 'rgb(0 0 0 / 30%)' }));
  svg.append(shape('path', { d: 'M160 86s-15-14-15-27a15 15 0 0 1 30 0c0 13-15 27-15 27z', fill: '#c4302b', stroke: '#fff', 'stroke-width': 2 }));
  svg.append(shape('circle', { cx: 160, cy: 59, r: 5, fill: '#fff' }));
  return svg;
}
