/** The script of the page: it filters and sorts the clients, and keeps the state in the address, as in `#level=mandatory&policy=no-implicit-flow`. */
export const SCRIPT = `
"use strict";
const form = document.querySelector("form");
const list = document.getElementById("client-list");
const shown = document.getElementById("shown");
const clients = [...list.querySelectorAll(".client")].map((element, index) => ({
    element,
    index,
    name: element.dataset.name,
    source: element.dataset.source,
    text: element.textContent.toLowerCase(),
    violations: [...element.querySelectorAll("li")].map(item => ({ item, ...item.dataset, text: item.textContent.toLowerCase() })),
}));
const FILTERS = ["level", "severity", "policy", "category"];
const SORTS = {
    worst: (a, b) => a.index - b.index,
    name: (a, b) => a.name.localeCompare(b.name) || a.index - b.index,
    source: (a, b) => a.source.localeCompare(b.source) || a.index - b.index,
    violations: (a, b) => b.violations.length - a.violations.length || a.index - b.index,
};
let order = "worst";

function update() {
    const values = Object.fromEntries(new FormData(form));
    const search = values.search.trim().toLowerCase();
    let clientCount = 0;
    let violationCount = 0;
    for (const client of clients) {
        const isNamed = client.name.toLowerCase().includes(search);
        const isInSource = !values.source || client.source === values.source;
        let count = 0;
        for (const violation of client.violations) {
            const isShown = isInSource && (isNamed || violation.text.includes(search)) && FILTERS.every(name => !values[name] || violation[name] === values[name]);
            violation.item.hidden = !isShown;
            if (isShown) count++;
        }
        client.element.hidden = count === 0;
        if (count > 0) clientCount++;
        violationCount += count;
    }
    if (values.sort !== order) {
        order = values.sort;
        list.append(...[...clients].sort(SORTS[order]).map(({ element }) => element));
    }
    shown.textContent = clientCount + " clients with " + violationCount + " violations";
}

function writeAddress() {
    const values = [...new FormData(form)].filter(([name, value]) => value !== "" && (name !== "sort" || value !== "worst"));
    history.replaceState(null, "", "#" + new URLSearchParams(values));
}

function readAddress() {
    if (location.hash !== "" && !location.hash.includes("=")) return; // a link to a section
    const values = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
        if (!field.name) continue;
        field.value = values.get(field.name) ?? "";
        if (field.value === "" && field.name === "sort") field.value = "worst";
    }
    update();
}

form.addEventListener("input", () => { update(); writeAddress(); });
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { update(); writeAddress(); }));
addEventListener("hashchange", readAddress);
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("details")) details.open = true; });
document.documentElement.classList.add("scripted");
readAddress();
update();
`;
