"use strict";
// The picture: what is allowed, the bounds' lines, where IceCube's spectrum is described, and the axes.

const margins = { top: 12, right: 14, bottom: 46, left: 62 };
const svg = d3.select("#picture");
let size = { width: 800, height: 560 };
let shapes = null;
const scales = { x: d3.scaleLog(), y: d3.scaleLog() };

// Shapes are found anew where a choice changes, and only drawn where the view does.
function findShapes() {
  const bounds = chosenBounds();
  const fit = currentFit();
  const product = combination() === "likelihood" ? productOver(fit, bounds) : null;
  shapes = {
    bounds, fit, product, allowed: product ? ringsBelow({ ...fit, chi2: product.excess }, 0) : allowedShapes(bounds, combination()),
    outlines: bounds.map((bound) => ({ bound, ...outlinesOf(bound) })),
    ...ringsOf(fit),
  };
}

// From logarithms of the plane to pixels, by the scales as straight lines.
const pixelsOf = () => [scales.x, scales.y].map((scale) => {
  const [logs, ends] = [scale.domain().map(Math.log10), scale.range()];
  const slope = (ends[1] - ends[0]) / (logs[1] - logs[0]);
  return (value) => ends[0] + slope * (value - logs[0]);
});

// To a tenth of a pixel.
function pathOf(points, isClosed) {
  const [x, y] = pixelsOf().map((pixel) => (value) => Math.round(10 * pixel(value)) / 10);
  let path = "";
  for (let index = 0; index < points.length; index += 1) path += `${index === 0 ? "M" : "L"}${x(points[index][0])},${y(points[index][1])}`;
  return isClosed ? `${path}Z` : path;
}

const pathsOf = (list, isClosed) => list.map((points) => pathOf(points, isClosed)).join("");

function draw() {
  const width = Math.max(280, document.getElementById("frame").clientWidth);
  size = { width, height: Math.round(Math.min(620, Math.max(340, 0.7 * width))) };
  const colours = palette();
  const view = state.view ?? [...tables.masses, ...tables.couplings];
  scales.x.domain(view.slice(0, 2)).range([margins.left, size.width - margins.right]);
  scales.y.domain(view.slice(2)).range([size.height - margins.bottom, margins.top]);
  svg.attr("width", size.width).attr("height", size.height).attr("viewBox", `0 0 ${size.width} ${size.height}`);
  svg.selectAll("*").remove();
  const plane = [scales.x.range()[0], scales.y.range()[1], scales.x.range()[1] - scales.x.range()[0], scales.y.range()[0] - scales.y.range()[1]];
  const definitions = svg.append("defs");
  const box = (parent) => parent.append("rect").attr("x", plane[0]).attr("y", plane[1]).attr("width", plane[2]).attr("height", plane[3]);
  box(definitions.append("clipPath").attr("id", "plane"));
  definitions.append("clipPath").attr("id", "region").append("path").attr("d", pathsOf(shapes.allowed, true)).attr("clip-rule", "evenodd");
  svg.append("rect").attr("width", size.width).attr("height", size.height).attr("fill", colours.paper);
  const inside = svg.append("g").attr("clip-path", "url(#plane)");
  const area = (list, fill) => inside.append("path").attr("d", pathsOf(list, true)).attr("fill", fill).attr("fill-rule", "evenodd");
  area(shapes.preferred, colours.preferred).attr("fill-opacity", 0.55);
  area(shapes.allowed, colours.allowed).attr("fill-opacity", 0.8).attr("class", "allowed");
  inside.append("g").attr("clip-path", "url(#region)").append("path").attr("d", pathsOf(shapes.preferred, true)).attr("fill-rule", "evenodd").attr("fill", colours.both).attr("fill-opacity", 0.75);
  inside.append("path").attr("d", pathsOf(shapes.better, true)).attr("fill", "none").attr("stroke", colours.ink).attr("stroke-dasharray", "2 3");
  for (const { bound, lines, areas } of shapes.outlines) drawBound(inside, bound, lines, areas);
  drawAxes(plane, colours);
  drawLabels(inside, colours, plane);
  drawPin(inside, colours);
}

function drawBound(inside, bound, lines, areas) {
  const colour = colourOf(bound.stem);
  if (bound.decides) inside.append("path").attr("d", pathsOf(areas, true)).attr("fill", colour).attr("fill-opacity", 0.07);
  if (bound.kind === "preferred" || bound.kind === "hint") inside.append("path").attr("d", pathsOf(areas, true)).attr("fill", colour).attr("fill-opacity", 0.14);
  const dash = bound.decides ? null : bound.kind === "projected" ? "7 4" : "3 2";
  inside.append("path").attr("d", pathsOf(lines, false)).attr("fill", "none").attr("stroke", colour).attr("stroke-width", bound.decides ? 2 : 1.2)
    .attr("stroke-dasharray", dash).append("title").text(bound.title);
}

// The ticks of a range: powers of ten, and more where few of them are seen.
function ticksOf([low, high]) {
  const decades = Math.log10(high / low);
  const digits = decades > 2.5 ? [1] : decades > 0.8 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  const values = d3.range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1).flatMap((power) => digits.map((digit) => Number((digit * 10 ** power).toPrecision(6))));
  const seen = values.filter((value) => value >= low * 0.9999 && value <= high * 1.0001);
  return seen.length >= 2 ? seen : d3.ticks(low, high, 4);
}

// Powers of ten as they are printed, other numbers with few digits.
function tickText(value) {
  const power = Math.round(Math.log10(value));
  const signs = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  if (Math.abs(Math.log10(value) - power) < 1e-9 && (power < -1 || power > 3)) return `10${[...String(power)].map((sign) => signs[sign]).join("")}`;
  return value >= 1e-2 && value < 1e4 ? String(Number(value.toPrecision(3))) : value.toExponential().replace("e+", "e");
}

function drawAxes(plane, colours) {
  const axes = svg.append("g").attr("aria-hidden", "true").attr("font-size", 13).attr("font-family", "system-ui, sans-serif").attr("fill", colours.ink);
  for (const value of ticksOf(scales.x.domain())) {
    const x = scales.x(value);
    axes.append("line").attr("x1", x).attr("x2", x).attr("y1", plane[1] + plane[3]).attr("y2", plane[1] + plane[3] - 6).attr("stroke", colours.ink);
    axes.append("text").attr("x", x).attr("y", plane[1] + plane[3] + 17).attr("text-anchor", "middle").text(tickText(value));
  }
  for (const value of ticksOf(scales.y.domain())) {
    const y = scales.y(value);
    axes.append("line").attr("x1", plane[0]).attr("x2", plane[0] + 6).attr("y1", y).attr("y2", y).attr("stroke", colours.ink);
    axes.append("text").attr("x", plane[0] - 6).attr("y", y + 4).attr("text-anchor", "end").text(tickText(value));
  }
  axes.append("rect").attr("x", plane[0]).attr("y", plane[1]).attr("width", plane[2]).attr("height", plane[3]).attr("fill", "none").attr("stroke", colours.ink);
  axes.append("text").attr("x", plane[0] + plane[2] / 2).attr("y", size.height - 8).attr("text-anchor", "middle").text("mass of the Z′ [MeV]");
  axes.append("text").attr("transform", `translate(14,${plane[1] + plane[3] / 2}) rotate(-90)`).attr("text-anchor", "middle").text("gauge coupling g′");
}

function drawPin(inside, colours) {
  if (state.pin === null) return;
  const [x, y] = [scales.x(state.pin.mass), scales.y(state.pin.coupling)];
  const pin = inside.append("g").attr("id", "pin").attr("stroke", colours.ink).attr("stroke-width", 1.5);
  pin.append("circle").attr("cx", x).attr("cy", y).attr("r", 6).attr("fill", colours.paper);
  pin.append("path").attr("d", `M${x - 11},${y}H${x + 11}M${x},${y - 11}V${y + 11}`);
}
