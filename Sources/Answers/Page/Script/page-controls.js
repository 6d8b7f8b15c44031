"use strict";
// The controls, made from what the tables hold.

const controls = document.getElementById("controls");
let changed = () => {};

function labelled(text, input) {
  const label = element("label", null);
  label.append(element("span", text), input);
  return label;
}

function choice(text, options, value, take) {
  const select = element("select", null);
  options.forEach(([key, words]) => select.append(element("option", words, { value: key })));
  select.value = value;
  select.addEventListener("change", () => { take(select.value); changed(true); });
  return labelled(text, select);
}

// A slider that can be off: the scenario's own number counts then.
function slider(name, text, { low, high, step, value, shown, own, take }) {
  const isOn = value !== null;
  const [range, output] = [element("input", null, { type: "range", min: low, max: high, step, id: name }), element("output", null, { for: name })];
  range.value = isOn ? value : low;
  range.disabled = own !== undefined && !isOn;
  const say = () => {
    output.textContent = range.disabled ? own : shown(Number(range.value));
    range.setAttribute("aria-valuetext", output.textContent);
  };
  range.addEventListener("input", () => { say(); take(Number(range.value)); changed(false); });
  say();
  const whole = element("div", null, { class: "slider" });
  if (own !== undefined) {
    const box = element("input", null, { type: "checkbox", id: `${name}-on`, "aria-label": `Choose ${text}` });
    box.checked = isOn;
    box.addEventListener("change", () => {
      range.disabled = !box.checked;
      say();
      take(box.checked ? Number(range.value) : null);
      changed(false);
    });
    whole.append(box);
  }
  whole.append(element("label", text, { for: name }), range, output);
  return whole;
}

function groupChoices(scenario) {
  return groupsOf(scenario).map((group) => {
    const options = scenario.bounds.filter((bound) => bound.group === group).map((bound) => [bound.stem, bound.title]);
    if (scenario.differenceGroup === group) options.push(["given", "Δa ± σ below"]);
    return choice(`${group}: counts`, options, countingIn(scenario, group) ?? "", (stem) => { state.counts[group] = stem; });
  });
}

function differenceSliders(scenario) {
  const group = scenario.differenceGroup;
  if (group === null || countingIn(scenario, group) !== "given") return [];
  const shown = (value) => `${value.toFixed(1)}·10⁻¹⁰`;
  return [
    slider("da", "Δa of muon g−2", { low: -20, high: 60, step: 0.5, value: state.value * 1e10, shown, take: (value) => { state.value = Number((value * 1e-10).toPrecision(6)); } }),
    slider("sigma", "its σ", { low: 1, high: 20, step: 0.5, value: state.sigma * 1e10, shown, take: (value) => { state.sigma = Number((value * 1e-10).toPrecision(6)); } }),
  ];
}

function boundList(scenario) {
  const list = element("fieldset", null, { id: "bounds" });
  list.append(element("legend", "Bounds (line unbroken: decides)"));
  const boxes = new Map();
  for (const bound of scenario.bounds) {
    const box = element("input", null, { type: "checkbox", value: bound.stem });
    box.checked = !state.off.has(bound.stem);
    box.addEventListener("change", () => {
      if (box.checked) state.off.delete(bound.stem); else state.off.add(bound.stem);
      changed(false);
    });
    boxes.set(bound.stem, box);
    const decides = bound.decides && !isPassedOver(scenario, bound);
    const label = element("label", null, { title: `${bound.kindWords}, ${bound.method}, ${bound.status}, ${bound.level}${decides ? ", decides" : ""}` });
    label.append(box, element("span", bound.title));
    label.lastChild.dataset.stem = bound.stem;
    label.lastChild.style.borderBottom = `3px ${decides ? "solid" : "dashed"} ${colourOf(bound.stem)}`;
    list.append(label);
  }
  for (const key of ["kind", "status", "method"]) {
    const line = element("div", null, { class: "filters", role: "group", "aria-label": `Bounds by ${key}` });
    line.append(element("span", `${key}: `));
    for (const word of [...new Set(scenario.bounds.map((bound) => bound[key]))]) {
      const members = scenario.bounds.filter((bound) => bound[key] === word).map((bound) => bound.stem);
      const button = element("button", word, { type: "button", "aria-pressed": String(members.some((stem) => !state.off.has(stem))) });
      button.addEventListener("click", () => {
        const isOn = members.some((stem) => !state.off.has(stem));
        members.forEach((stem) => (isOn ? state.off.add(stem) : state.off.delete(stem)));
        changed(true);
      });
      line.append(button);
    }
    list.append(line);
  }
  return list;
}

// A slider may change what a bound is called.
function nameBounds() {
  const titles = new Map(boundsAsChosen().map((bound) => [bound.stem, bound.title]));
  for (const name of controls.querySelectorAll("[data-stem]")) name.textContent = titles.get(name.dataset.stem) ?? name.textContent;
}

function makeControls() {
  const scenario = scenarioAt(state.scenario);
  const focus = document.activeElement && document.activeElement.id;
  const parts = [
    choice("Scenario", tables.scenarios.map(({ name }) => [name, name]), scenario.name, (name) => {
      state.scenario = tables.scenarios.findIndex((other) => other.name === name);
      [state.off, state.counts, state.fit] = [new Set(), {}, 0];
    }),
    choice("Bounds combined", [["union", "any excludes"], ["most-sensitive", "the most sensitive decides"], ...(scenario.hasLikelihoods ? [["likelihood", "product of likelihoods"]] : [])], combination(), (way) => { state.combination = way; }),
    choice("Confidence level", [["", "each its own"], ...variantLevels(scenario).map((level) => [String(level), `${Math.round(100 * level)} % where it converts`])], state.cl === null ? "" : String(state.cl), (level) => { state.cl = level === "" ? null : Number(level); }),
    choice("A and γ", scenario.fits.map((fit, index) => [String(index), fit.treatment]), String(Math.min(state.fit, scenario.fits.length - 1)), (index) => { state.fit = Number(index); }),
    ...groupChoices(scenario), ...differenceSliders(scenario),
  ];
  if (variantsOf(scenario, "muons", null).length > 1) {
    parts.push(slider("muons", "Muons on target", { low: 10, high: 13, step: 0.05, value: state.muons === null ? null : Math.log10(state.muons), own: "none added", shown: (value) => short(10 ** value), take: (value) => { state.muons = value === null ? null : Number((10 ** value).toPrecision(3)); } }));
  }
  if (variantsOf(scenario, "neff", null).length > 1) {
    parts.push(slider("neff", "Largest N_eff", { low: 3.06, high: 4, step: 0.01, value: state.neff, own: "as its bounds have it", shown: (value) => value.toFixed(2), take: (value) => { state.neff = value; } }));
  }
  controls.replaceChildren(...parts, boundList(scenario));
  nameBounds();
  if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
}
