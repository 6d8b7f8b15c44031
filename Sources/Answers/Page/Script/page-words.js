"use strict";
// The words for what is chosen: of the command line, of Python, of the address, of heading and note.

// The options of the command line that choose the same, in pairs.
function chosenOptions() {
  const named = tables.options;
  const scenario = scenarioAt(state.scenario);
  const options = [scenario.arguments];
  const off = scenario.bounds.map((bound) => bound.stem).filter((stem) => state.off.has(stem));
  if (off.length > 0) options.push([named.without, off.join(",")]);
  for (const group of groupsOf(scenario)) {
    const counting = countingIn(scenario, group);
    if (counting === "given") options.push([named.difference, `${plain(state.value)}±${plain(state.sigma)}`]);
    else if (counting !== null && !scenario.bounds.find((bound) => bound.stem === counting).counts) options.push([named.alternative, counting]);
  }
  if (state.muons !== null && variantsOf(scenario, "muons", null).length > 1) options.push([named.muons, plain(state.muons)]);
  if (state.neff !== null && variantsOf(scenario, "neff", null).length > 1) options.push([named.neff, plain(state.neff)]);
  if (state.cl !== null) options.push([named.level, plain(state.cl)]);
  if (combination() !== scenario.combination) options.push([named.combination, combination()]);
  const fit = currentFit().arguments;
  for (let index = 0; index < fit.length; index += 2) options.push([fit[index], fit[index + 1]]);
  return options;
}

const commandLine = (command, { mass, coupling }) =>
  `mutau ${command} ${plain(mass)}MeV ${plain(coupling)} ${chosenOptions().flat().join(" ")}`;

function pythonLine({ mass, coupling }) {
  const [named, [[, name], ...options]] = [tables.options, chosenOptions()];
  const words = options.map(([key, value]) => {
    const isNumber = value !== "" && !isNaN(Number(value));
    const list = key === named.without ? `[${value.split(",").map((stem) => JSON.stringify(stem)).join(", ")}]` : null;
    return `${key.slice(2).replaceAll("-", "_")}=${list ?? (isNumber ? value : JSON.stringify(value))}`;
  });
  return `mutau.Scenario(${[JSON.stringify(name), ...words].join(", ")}).check("${plain(mass)}MeV", ${plain(coupling)})`;
}

// The address that leads back here.
function fragmentOf() {
  const words = new URLSearchParams();
  const put = (key, value) => value !== null && words.set(key, value);
  put("scenario", state.scenario === 0 ? null : scenarioAt(state.scenario).name);
  put("off", state.off.size > 0 ? [...state.off].join(",") : null);
  for (const [group, stem] of Object.entries(state.counts)) put(`counts.${group}`, stem);
  if (Object.values(state.counts).includes("given")) put("da", `${plain(state.value)},${plain(state.sigma)}`);
  for (const key of ["muons", "neff", "cl"]) put(key, state[key] === null ? null : plain(state[key]));
  put("fit", state.fit === 0 ? null : String(state.fit));
  put("combination", state.combination === initial().combination ? null : state.combination);
  put("point", state.pin === null ? null : `${plain(state.pin.mass)},${plain(state.pin.coupling)}`);
  put("view", state.view === null ? null : state.view.map(plain).join(","));
  return words.toString();
}

// Takes from an address what is of use, and nothing else.
function takeFragment(text) {
  const words = new URLSearchParams(text.replace(/^#/, ""));
  Object.assign(state, initial());
  const list = (key, count) => {
    const values = (words.get(key) ?? "").split(",").map(Number);
    return values.length === count && values.every((value) => isFinite(value) && value > 0) ? values : null;
  };
  const within = (key, low, high) => {
    const value = Number(words.get(key));
    return words.has(key) && value >= low && value <= high ? value : null;
  };
  state.scenario = Math.max(0, tables.scenarios.findIndex((scenario) => scenario.name === words.get("scenario")));
  const scenario = scenarioAt(state.scenario);
  const stems = new Set(scenario.bounds.map((bound) => bound.stem));
  state.off = new Set((words.get("off") ?? "").split(",").filter((stem) => stems.has(stem)));
  for (const group of groupsOf(scenario)) {
    const stem = words.get(`counts.${group}`);
    if (stem === "given" || stems.has(stem)) state.counts[group] = stem;
  }
  const difference = (words.get("da") ?? "").split(",").map(Number);
  if (difference.length === 2 && difference.every((value) => Math.abs(value) <= 1e-8) && difference[1] > 0) [state.value, state.sigma] = difference;
  state.muons = within("muons", 1e10, 1e13);
  state.neff = within("neff", 3.06, 4);
  state.cl = variantLevels(scenario).find((level) => level === Number(words.get("cl"))) ?? null;
  state.fit = scenario.fits[1] && words.get("fit") === "1" ? 1 : 0;
  if (["union", "most-sensitive", "likelihood"].includes(words.get("combination"))) state.combination = words.get("combination");
  const point = list("point", 2);
  if (point !== null && isInside(point)) state.pin = { mass: point[0], coupling: point[1] };
  const view = list("view", 4);
  if (view !== null && view[0] < view[1] && view[2] < view[3] && isInside([view[0], view[2]]) && isInside([view[1], view[3]])) state.view = view;
}

const variantLevels = (scenario) => scenario.variants.filter((variant) => variant.control === "cl").map((variant) => variant.value);
const isInside = ([mass, coupling]) =>
  mass >= tables.masses[0] * 0.999 && mass <= tables.masses[1] * 1.001 && coupling >= tables.couplings[0] * 0.999 && coupling <= tables.couplings[1] * 1.001;

// The title up to the name of a scenario, with which it ends.
const titleStart = document.title.slice(0, document.title.length - tables.scenarios[0].name.length);

function saySummary() {
  const scenario = scenarioAt(state.scenario);
  document.title = `${titleStart}${scenario.name}`;
  document.querySelector("h1").textContent = document.title;
  document.getElementById("summary").textContent = scenario.summary;
  const level = Math.round(100 * tables.likelihoods.level);
  const likelihood = combination() !== state.combination ? " The product of likelihoods is not tabulated, because plugins take part: the union is shown."
    : shapes.product ? ` Allowed is what the product of the approximate likelihoods of ${shapes.product.parts.length} bounds and IceCube’s leaves at ${level} %, against the best of the points above.` : "";
  document.getElementById("note").textContent =
    `Edges of bounds are tabulated at ${steps + 1} masses and χ² at ${currentFit().columns} × ${currentFit().rows} points, and interpolated between; `
    + `within a step of ${((10 ** stepOfMass - 1) * 100).toFixed(1)} % in mass of where a bound begins or ends the nearer mass counts. `
    + `χ² is the map’s, of narrow lines unless another solver was asked for. “mutau check” gives the exact answer, with the width of the line where that matters.${likelihood}`;
}
