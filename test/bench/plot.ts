/** A line through points; both axes are logarithmic. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly curves: readonly Curve[];
}

const width = 360;
const height = 260;
const margin = { left: 48, right: 16, top: 32, bottom: 40 };
const colors = ["#2f6fde", "#d9822b"];

/** Panels side by side, as an SVG that is read on light and dark pages. */
export function plot(panels: readonly Panel[]): string {
  const drawn = panels.map((panel, index) => {
    return `<g transform="translate(${index * width} 0)">\n${panelOf(panel)}\n</g>`;
  });
  const size = `width="${panels.length * width + 16}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11" fill="#888">
<title>Seconds and GiB against size, both logarithmic</title>
${drawn.join("\n")}
</svg>
`;
}

function panelOf({ title, unit, curves }: Panel): string {
  const points = curves.flatMap((curve) => curve.points);
  const x = scale(
    points.map(([value]) => value),
    margin.left,
    width - margin.right,
  );
  const y = scale(
    points.map(([, value]) => value),
    height - margin.bottom,
    margin.top,
  );
  const axes = [
    ...x.powers.map((value) => line(x.at(value), margin.top, x.at(value), height - margin.bottom)),
    ...x.powers.map((value) =>
      text(x.at(value), height - margin.bottom + 16, `${value}`, "middle"),
    ),
    ...y.powers.map((value) => line(margin.left, y.at(value), width - margin.right, y.at(value))),
    ...y.powers.map((value) => text(margin.left - 6, y.at(value) + 4, `${value}`, "end")),
    text(width / 2, 16, title, "middle"),
    text(width / 2, height - 8, unit, "middle"),
  ];
  const drawn = curves.map((curve, index) => {
    const color = colors[index] ?? "#888";
    const path = curve.points.map(([a, b]) => `${round(x.at(a))},${round(y.at(b))}`).join(" ");
    const dots = curve.points.map(
      ([a, b]) => `<circle cx="${round(x.at(a))}" cy="${round(y.at(b))}" r="3" fill="${color}"/>`,
    );
    const legend = `<text x="${margin.left + 8}" y="${margin.top + 14 * (index + 1)}" fill="${color}">${curve.name}</text>`;
    const stroke = `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>`;
    return [stroke, ...dots, legend].join("\n");
  });
  return [...axes, ...drawn].join("\n");
}

/** From the power of ten below all values to the one above. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const at = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { powers: powers.map((power) => Number(power.toPrecision(1))), at };
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  const ends = `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`;
  return `<line ${ends} stroke="#888" stroke-opacity="0.3"/>`;
}

function text(x: number, y: number, words: string, anchor: string): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${words}</text>`;
}

function round(number: number): string {
  return number.toFixed(1);
}
