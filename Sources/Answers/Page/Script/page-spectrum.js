"use strict";
// The spectrum of the pinned point beside IceCube's: the power law of the sources times what the tables have for it.

// The neighbours of a place on an even axis, four where it has so many, and the weights of the polynomial through them; the
// nearest beyond its ends.
function neighboursAt(axis, value) {
  const count = Math.min(4, axis.count);
  const offset = Math.min(axis.count - 1, Math.max(0, (value - axis.first) / axis.step));
  const first = Math.min(Math.max(Math.floor(offset) - 1, 0), axis.count - count);
  const nodes = d3.range(first, first + count);
  return nodes.map((node) => [node, nodes.reduce((weight, other) => (other === node ? weight : (weight * (offset - other)) / (node - other)), 1)]);
}

// What each channel's flux is over the power law at the places of the table, at a point.
function shapesAt(spectrum, { mass, coupling }, gamma) {
  const count = spectrum.places.length;
  const rows = spectrum.channels.map(() => new Float64Array(count));
  for (const [index, ofIndex] of neighboursAt(spectrum.indices, gamma)) {
    for (const [strength, ofStrength] of neighboursAt(spectrum.strengths, Math.log(coupling / mass))) {
      rows.forEach((row, channel) => {
        const start = ((index * spectrum.strengths.count + strength) * rows.length + channel) * count;
        for (let place = 0; place < count; place += 1) row[place] += ofIndex * ofStrength * spectrum.values[start + place];
      });
    }
  }
  return rows;
}

// E²Φ per flavour [GeV cm⁻² s⁻¹ sr⁻¹] at any energy [GeV], a function for each channel, with the Z′ and without.
function fluxesAt(spectrum, point, { amplitude, gamma }) {
  const { places } = spectrum;
  const highest = spectrum.highestLine * point.mass ** 2;
  const power = (energy) => amplitude * spectrum.unit * (energy / spectrum.pivot) ** -gamma * energy ** 2;
  const after = d3.bisector((place) => place).right;
  return shapesAt(spectrum, point, gamma).map((row) => ({
    with: (energy) => {
      const place = Math.min(places[places.length - 1], Math.max(places[0], Math.log(highest / energy)));
      const upper = Math.min(places.length - 1, Math.max(1, after(places, place)));
      const width = places[upper] - places[upper - 1];
      const part = width > 0 ? (place - places[upper - 1]) / width : 1;
      return power(energy) * (row[upper - 1] * (1 - part) + row[upper] * part);
    },
    // Above the highest resonance nothing is met.
    without: (energy) => power(energy) * row[0],
  }));
}

// The energies of the data and a little beyond, and the sides of each jump.
function energiesOf(spectrum, mass) {
  const edges = spectrum.data.flatMap((set) => set.segments.flatMap((segment) => segment.slice(0, 2)));
  const [lowest, highest] = [Math.min(...edges) / 1.5, Math.max(...edges) * 1.5];
  const own = Array.from(spectrum.places, (place) => (spectrum.highestLine * mass ** 2) / Math.exp(place));
  const even = d3.range(201).map((step) => lowest * (highest / lowest) ** (step / 200));
  return [...own.filter((energy) => energy > lowest && energy < highest), ...even].sort((first, second) => first - second);
}

// What is drawn of a point; null where the tables do not reach.
function spectrumOf(point) {
  const { spectrum } = scenarioAt(state.scenario);
  const fit = fitAt(currentFit(), point.mass, point.coupling);
  if (spectrum === null || point.mass > spectrum.greatestMass || !isFinite(fit.gamma)) return null;
  const energies = energiesOf(spectrum, point.mass);
  const fluxes = fluxesAt(spectrum, point, fit);
  return {
    spectrum, energies, channels: spectrum.channels.map((name, channel) => ({
      name, sign: spectrum.signs[channel], with: energies.map(fluxes[channel].with), without: energies.map(fluxes[channel].without),
    })),
  };
}

function spectrumText(drawn) {
  const names = drawn.channels.map(({ name }) => name);
  const head = ["E_GeV", ...names.map((name) => `${name}_E2flux`), ...names.map((name) => `${name}_without_Zprime_E2flux`)];
  const rows = drawn.energies.map((energy, row) => [energy, ...drawn.channels.map((each) => each.with[row]), ...drawn.channels.map((each) => each.without[row])].map((value) => Number(value.toPrecision(6))));
  return `${[head, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

// A picture of the spectrum, as wide as the panel.
function spectrumFigure(point) {
  const drawn = spectrumOf(point);
  if (drawn === null) return [element("p", "The spectrum of this point is not tabulated; the second command has it.", { class: "note" })];
  const figure = element("figure", null, { class: "spectrum" });
  const names = drawn.spectrum.data.map(({ title }) => title).join("; ");
  const caption = element("figcaption", `E²Φ per flavour, ν and ν̄, of narrow lines. Crosses: ${names}; arrows: upper limits. Dashed: the same amplitude and index without a Z′. `, { class: "note" });
  const button = element("button", "save spectrum (CSV)", { type: "button", id: "save-spectrum" });
  button.addEventListener("click", () => save("mutau-spectrum.csv", spectrumText(drawn), "text/csv"));
  caption.append(button);
  figure.append(drawSpectrum(drawn), caption);
  return [figure];
}

function drawSpectrum({ spectrum, energies, channels }) {
  const colours = palette();
  const box = { width: Math.min(620, Math.max(280, panel.clientWidth)), height: 300, left: 62, right: 12, top: 10, bottom: 44 };
  const measured = spectrum.data.flatMap((set) => set.segments.map((segment) => (segment.length === 3 ? segment[2] : segment[4])));
  const least = spectrum.data.flatMap((set) => set.segments.map((segment) => segment[2])).filter((value) => value > 0);
  const top = 2 * Math.max(...measured, ...channels.flatMap((each) => each.without).filter((value) => value < 1e-5));
  const x = d3.scaleLog().domain([energies[0], energies[energies.length - 1]]).range([box.left, box.width - box.right]);
  const y = d3.scaleLog().domain([Math.max(top * 1e-4, 0.3 * Math.min(...least)), top]).range([box.height - box.bottom, box.top]).clamp(true);
  const root = d3.create("svg").attr("width", box.width).attr("height", box.height).attr("viewBox", `0 0 ${box.width} ${box.height}`)
    .attr("role", "img").attr("aria-label", "Flux at Earth against energy at the pinned point, beside the measured points").attr("font-family", "system-ui, sans-serif").attr("font-size", 12);
  root.append("rect").attr("width", box.width).attr("height", box.height).attr("fill", colours.paper);
  const ofChannel = (name) => colours.lines[spectrum.channels.indexOf(name)];
  const line = d3.line().x((_, row) => x(energies[row])).y((value) => y(value));
  channels.forEach((each, channel) => {
    root.append("path").attr("d", line(each.without)).attr("fill", "none").attr("stroke", ofChannel(each.name)).attr("stroke-dasharray", "5 4").attr("stroke-opacity", 0.7);
    root.append("path").attr("d", line(each.with)).attr("fill", "none").attr("stroke", ofChannel(each.name)).attr("stroke-width", 2);
    root.append("text").attr("x", box.width - box.right - 6).attr("y", box.top + 14 + 15 * channel).attr("text-anchor", "end").attr("fill", ofChannel(each.name)).text(each.sign);
  });
  for (const set of spectrum.data) for (const segment of set.segments) drawSegment(root, segment, x, y, ofChannel(set.channel));
  spectrumAxes(root, x, y, box, colours);
  return root.node();
}

function drawSegment(root, [lower, upper, value, low, high], x, y, colour) {
  const middle = x(Math.sqrt(lower * upper));
  const at = y(value);
  const bar = low === undefined ? `M${middle},${at}v18m-4,-5l4,5l4,-5` : `M${middle},${y(Math.max(low, y.domain()[0]))}V${y(high)}`;
  root.append("path").attr("d", `M${x(lower)},${at}H${x(upper)}${bar}`).attr("fill", "none").attr("stroke", colour).attr("stroke-width", 1.2);
}

function spectrumAxes(root, x, y, box, colours) {
  const [left, right, bottom] = [box.left, box.width - box.right, box.height - box.bottom];
  root.append("rect").attr("x", left).attr("y", box.top).attr("width", right - left).attr("height", bottom - box.top).attr("fill", "none").attr("stroke", colours.ink);
  const axes = root.append("g").attr("fill", colours.ink);
  for (const value of ticksOf(x.domain())) {
    axes.append("path").attr("d", `M${x(value)},${bottom}v-5`).attr("stroke", colours.ink);
    axes.append("text").attr("x", x(value)).attr("y", bottom + 16).attr("text-anchor", "middle").text(tickText(value));
  }
  for (const value of ticksOf(y.domain())) {
    axes.append("path").attr("d", `M${left},${y(value)}h5`).attr("stroke", colours.ink);
    axes.append("text").attr("x", left - 5).attr("y", y(value) + 4).attr("text-anchor", "end").text(tickText(value));
  }
  axes.append("text").attr("x", (left + right) / 2).attr("y", box.height - 8).attr("text-anchor", "middle").text("energy at Earth [GeV]");
  axes.append("text").attr("transform", `translate(13,${(bottom + box.top) / 2}) rotate(-90)`).attr("text-anchor", "middle").text("E²Φ [GeV cm⁻² s⁻¹ sr⁻¹]");
}
