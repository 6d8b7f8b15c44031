"use strict";
// Names of limits along their own lines: turned with them, off all lines where that can be, and never on one another.

const pencil = document.createElement("canvas").getContext("2d");
// The free space kept around a name, and the side of the squares in which it is remembered where lines run [pixels].
const [clearance, square] = [3, 3];

// The part of a straight piece inside the plane as shares of its length; null where it is outside.
function shareInside(from, to, [left, top, width, height]) {
  let [first, last] = [0, 1];
  for (const [axis, low, high] of [[0, left, left + width], [1, top, top + height]]) {
    const run = to[axis] - from[axis];
    if (run === 0 && (from[axis] < low || from[axis] > high)) return null;
    if (run === 0) continue;
    const ends = [(low - from[axis]) / run, (high - from[axis]) / run];
    [first, last] = [Math.max(first, Math.min(...ends)), Math.min(last, Math.max(...ends))];
  }
  return first < last ? [first, last] : null;
}

const pointBetween = (from, to, share) => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];

// What is seen of a line: runs of points, with the length up to each.
function runsOf(points, plane) {
  const runs = [];
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    const share = shareInside(from, to, plane);
    if (share === null) continue;
    const [start, end] = share.map((part) => pointBetween(from, to, part));
    if (share[0] > 0 || runs.length === 0 || runs[runs.length - 1].end !== from) runs.push({ points: [start], lengths: [0] });
    const run = runs[runs.length - 1];
    run.lengths.push(run.lengths[run.lengths.length - 1] + Math.hypot(end[0] - start[0], end[1] - start[1]));
    run.points.push(end);
    run.end = to;
  }
  return runs;
}

function placeOn({ points, lengths }, length) {
  const index = Math.min(points.length - 1, Math.max(1, d3.bisectLeft(lengths, length)));
  const step = lengths[index] - lengths[index - 1];
  return step > 0 ? pointBetween(points[index - 1], points[index], (length - lengths[index - 1]) / step) : points[index];
}

// The squares of the picture through which lines run.
function crossedBy(runs) {
  const columns = Math.ceil(size.width / square) + 1;
  const marks = new Uint8Array(columns * (Math.ceil(size.height / square) + 1));
  for (const { points, lengths } of runs) {
    for (let index = 1; index < points.length; index += 1) {
      const [[x, y], [toX, toY]] = [points[index - 1], points[index]];
      const pieces = Math.max(1, Math.ceil((lengths[index] - lengths[index - 1]) / square));
      for (let piece = 0; piece <= pieces; piece += 1) {
        marks[Math.floor((y + ((toY - y) * piece) / pieces) / square) * columns + Math.floor((x + ((toX - x) * piece) / pieces) / square)] = 1;
      }
    }
  }
  return { columns, marks };
}

// A point of a box, from −1 to 1 along its text and across.
const pointOf = ({ x, y, cos, sin, width, height }, along, across) =>
  [x + (along * cos * width - across * sin * height) / 2, y + (along * sin * width + across * cos * height) / 2];

const cornersOf = (box) => [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([along, across]) => pointOf(box, along, across));

// Two boxes are apart where a side of either has them on different sides.
function overlap(first, second) {
  const corners = [first, second].map(cornersOf);
  return [first, second].every(({ cos, sin }) => [[cos, sin], [-sin, cos]].every(([x, y]) => {
    const [mine, theirs] = corners.map((list) => d3.extent(list, (corner) => corner[0] * x + corner[1] * y));
    return mine[0] < theirs[1] && theirs[0] < mine[1];
  }));
}

// Boxes on either side of a run, turned with it, each with what speaks against it: steepness, bends, distance from the middle.
function besides(run, [width, height]) {
  const whole = run.lengths[run.lengths.length - 1];
  const count = Math.min(24, Math.floor((whole - width) / 8) + 1);
  return d3.range(Math.max(0, count)).flatMap((step) => {
    const middle = width / 2 + (count === 1 ? 0.5 : step / (count - 1)) * (whole - width);
    const [start, end] = [placeOn(run, middle - width / 2), placeOn(run, middle + width / 2)];
    const chord = Math.hypot(end[0] - start[0], end[1] - start[1]);
    if (chord < 0.8 * width) return [];
    const sign = end[0] < start[0] ? -1 : 1;
    const [cos, sin] = [(sign * (end[0] - start[0])) / chord, (sign * (end[1] - start[1])) / chord];
    const offsets = d3.range(9).map((part) => {
      const [x, y] = placeOn(run, middle + (part / 8 - 0.5) * width);
      return (x - start[0]) * -sin + (y - start[1]) * cos;
    });
    const [above, below] = d3.extent(offsets);
    const against = 30 * sin ** 6 + 3 * Math.abs(sin) + 0.15 * (below - above) ** 2 + 4 * Math.abs(middle / whole - 0.5);
    const reach = height / 2 + clearance;
    return [[above - reach, 0], [below + reach, 1]].map(([offset, extra]) => {
      const [x, y] = pointBetween(start, end, 0.5);
      return { x: x - sin * offset, y: y + cos * offset, cos, sin, width, height, against: against + extra };
    });
  });
}

// What else speaks against a box: each square at which it stands on a line. Outside the plane it is no place at all.
function weighed(box, { columns, marks }, [left, top, width, height]) {
  if (!cornersOf(box).every(([x, y]) => x > left + 2 && x < left + width - 2 && y > top + 2 && y < top + height - 2)) return [];
  let hits = 0;
  for (let along = -box.width / 2; along <= box.width / 2; along += square) {
    for (let across = -box.height / 2; across <= box.height / 2; across += square) {
      const [x, y] = [box.x + along * box.cos - across * box.sin, box.y + along * box.sin + across * box.cos];
      hits += marks[Math.floor(y / square) * columns + Math.floor(x / square)];
    }
  }
  return [{ ...box, against: box.against + 3 * hits }];
}

// The name with the fewest places chooses first, and each once more in sight of all others. One without a place is named in the list of bounds.
function placesOf(wishes) {
  const chosen = wishes.map(() => null);
  const order = d3.range(wishes.length).sort((first, second) => wishes[first].length - wishes[second].length || first - second);
  for (const index of [...order, ...order]) {
    const others = chosen.filter((box, other) => box !== null && other !== index);
    chosen[index] = wishes[index].find((box) => !others.some((other) => overlap(box, other))) ?? null;
  }
  return chosen;
}

function drawLabels(inside, colours, plane) {
  const [fontSize, family] = [size.width < 520 ? 11 : 12.5, "system-ui, sans-serif"];
  pencil.font = `${fontSize}px ${family}`;
  const [x, y] = pixelsOf();
  const runs = shapes.outlines.map(({ lines }) => lines.flatMap((line) => runsOf(line.map(([mass, coupling]) => [x(mass), y(coupling)]), plane)));
  const crossed = crossedBy(runs.flat());
  const boxes = placesOf(shapes.outlines.map(({ bound }, index) => {
    const room = [pencil.measureText(bound.title).width + 2 * clearance, 1.2 * fontSize];
    return runs[index].flatMap((run) => besides(run, room)).flatMap((box) => weighed(box, crossed, plane)).sort((first, second) => first.against - second.against);
  }));
  boxes.forEach((box, index) => {
    if (box === null) return;
    const { bound } = shapes.outlines[index];
    inside.append("text").attr("class", "name").attr("aria-hidden", "true").attr("transform", `matrix(${[box.cos, box.sin, -box.sin, box.cos, box.x, box.y].map((value) => value.toFixed(4)).join(",")})`)
      .attr("text-anchor", "middle").attr("y", 0.35 * fontSize).attr("font-size", fontSize).attr("font-family", family).attr("fill", colourOf(bound.stem))
      .attr("stroke", colours.paper).attr("stroke-width", 3).attr("stroke-linejoin", "round").attr("paint-order", "stroke").text(bound.title);
  });
}
