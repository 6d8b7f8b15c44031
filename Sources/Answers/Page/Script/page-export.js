"use strict";
// What can be taken along: the picture, its curves, the address.

function save(name, text, type) {
  const link = element("a", null, { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function pictureText() {
  const copied = document.getElementById("picture").cloneNode(true);
  for (const name of [...copied.attributes].map((attribute) => attribute.name)) {
    if (!["width", "height", "viewBox"].includes(name)) copied.removeAttribute(name);
  }
  copied.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copied);
}

function savePNG() {
  const image = new Image();
  image.onload = () => {
    const canvas = element("canvas", null, { width: 2 * size.width, height: 2 * size.height });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save("mutau-map.png", blob, "image/png"));
  };
  image.src = `data:image/svg+xml;base64,${encoded(pictureText())}`;
}

function encoded(text) {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

// A cell that a spreadsheet takes for text, whatever a card says.
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const allowedIn = (column, mass) => (shapes.product ? allowedByProduct(shapes.product, mass, tables.couplings) : allowedAt(column, mass, tables.couplings, combination()));

// The edges of each chosen bound, and of what is allowed, at every mass in view.
function curvesText() {
  const lines = ["curve,role,mass_MeV,lower,upper"];
  const view = state.view ?? [...tables.masses, ...tables.couplings];
  for (let column = 0; column <= steps; column += 1) {
    const mass = massOfColumn(column);
    if (mass < view[0] * 0.9999 || mass > view[1] * 1.0001) continue;
    const cells = wholeColumn(shapes.bounds, column, mass);
    for (const { bound, cell } of cells) {
      const role = cell.form === "p" ? "preferred" : bound.decides ? "decides" : "informs";
      for (const [lower, upper] of cell.intervals) lines.push(`${csvCell(bound.stem)},${role},${plain(mass)},${plain(lower)},${isFinite(upper) ? plain(upper) : ""}`);
    }
    for (const [lower, upper] of allowedIn(cells, mass)) lines.push(`allowed,,${plain(mass)},${plain(lower)},${plain(upper)}`);
  }
  return `${lines.join("\r\n")}\r\n`;
}

// The limits at a few masses, for who reads tables rather than pictures.
function fillTable() {
  const usual = [1, 3, 6.5, 10, 30, 100, 300, 1000, 3000, 10000].filter((mass) => mass >= tables.masses[0] && mass <= tables.masses[1]);
  const masses = usual.length > 0 ? usual : tables.masses;
  const table = element("table", null, { id: "limits" });
  table.append(element("caption", "Couplings excluded, or preferred, at some masses, as chosen above."), headOf(["Bound", ...masses.map((mass) => `${short(mass)} MeV`)]));
  const body = element("tbody", null);
  const said = (cell) => {
    if (cell.form === "f") return "failed";
    if (cell.form === "s") return "silent";
    if (cell.intervals.length === 0) return "none";
    return cell.intervals.map(([lower, upper]) => (isFinite(upper) ? lower > 0 ? `${short(lower)}–${short(upper)}` : `< ${short(upper)}` : lower > 0 ? `> ${short(lower)}` : "all")).join(", ");
  };
  const columns = masses.map((mass) => columnAt(shapes.bounds, mass));
  shapes.bounds.forEach((bound, index) => {
    const row = element("tr", null);
    row.append(element("th", bound.title, { scope: "row" }), ...columns.map((column) => element("td", said(column[index].cell))));
    body.append(row);
  });
  const row = element("tr", null, { class: "total" });
  row.append(element("th", "allowed", { scope: "row" }), ...masses.map((mass, index) => {
    const intervals = allowedIn(columns[index], mass);
    return element("td", intervals.length === 0 ? "nothing" : intervals.map(([lower, upper]) => `${short(lower)}–${short(upper)}`).join(", "));
  }));
  body.append(row);
  table.append(body);
  document.getElementById("table").replaceChildren(table);
}
