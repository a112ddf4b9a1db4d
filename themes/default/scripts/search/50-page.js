// The search page: results as they are typed, by kind, with the words that were met marked.
// Who comes with a question sees the lists below the results only once those are there: nothing jumps.
if (typeof document !== "undefined" && /[?&]q=[^&]/.test(location.search)) document.documentElement.classList.add("searching");
if (typeof document !== "undefined") document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var area = document.getElementById("ket-qua"), said = document.getElementById("so-ket-qua"), form = document.querySelector("form.find-form");
  if (!area || !form) return;
  var input = form.querySelector("input"), say = area.dataset, FEW = 5, open = new Set(), deep = null, all = null; // the questions whose texts, whose every answer is wanted

  function make(tag, text, cls) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (cls) made.className = cls;
    return made;
  }

  function withMarks(into, pieces) {
    pieces.forEach(function (piece) { into.append(piece[1] ? make("mark", piece[0]) : piece[0]); });
    return into;
  }

  function row(hit) {
    var item = make("li"), link = make("a"), entry = hit.entry, meta = make("small");
    link.href = entry.url;
    item.append(withMarks(link, sitegenSearch.marked(entry.title, hit.met)), meta);
    var codes = [];
    entry.codes.forEach(function (code, n) {
      var met = hit.met.some(function (how) { return how.code === n; });
      var line = make("span");
      if (met) line.append(make("mark", code)); else withMarks(line, sitegenSearch.marked(code, hit.met));
      codes.push(line);
    });
    if (entry.place) codes.unshift(withMarks(make("span"), sitegenSearch.marked(entry.place, hit.met)));
    var inText = [];
    hit.met.forEach(function (how) { if (how.text) inText.push(how.text); });
    if (inText.length) {
      var line = make("span", say.text + " ");
      line.append(make("mark", inText.join(" ")));
      codes.push(line);
    }
    codes.forEach(function (part, n) { if (n) meta.append(" · "); meta.append(part); });
    return item;
  }

  // `walk`: the first result is where the reader goes on.
  function show(walk) {
    var query = input.value.trim();
    if (!query) { area.textContent = said.textContent = ""; return; }
    var wishes = { texts: sitegenSearch.read() || deep === query, all: all === query };
    sitegenSearch.ask(query, wishes, function (found) {
      if (input.value.trim() !== query) return;
      var here = area.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      list(query, found);
      if (here) Array.prototype.some.call(area.querySelectorAll("a"), function (link) {
        return link.getAttribute("href") === here && (link.focus(), true); // who has walked into the results stays there
      });
      if (!wishes.texts && sitegenSearch.lacking(found)) { deep = query; show(walk); }
      else if (walk && area.querySelector("a")) area.querySelector("a").focus();
    });
  }

  function list(query, found) {
    var count = found.hits.length + found.rest;
    area.textContent = "";
    said.textContent = count === 0 ? say.none : (found.how === "some" ? say.some : found.how === "near" ? say.near : say.count).replace("%n", count);
    var order = [], by = new Map();
    found.hits.forEach(function (hit) {
      var name = sitegenSearch.group(hit.entry.group);
      if (!by.has(name)) { by.set(name, []); order.push(name); }
      by.get(name).push(hit);
    });
    order.forEach(function (name, n) {
      var mine = by.get(name), part = make("section"), head = make("h2", name + " "), list = make("ol", "", "found");
      head.id = "nhom-" + n;
      part.setAttribute("aria-labelledby", head.id);
      head.append(make("small", String(mine.length)));
      var few = open.has(name) || mine.length <= FEW + 1 ? mine : mine.slice(0, FEW);
      few.forEach(function (hit) { list.append(row(hit)); });
      part.append(head, list);
      if (few.length < mine.length) {
        var more = make("button", say.more.replace("%n", mine.length).replace("%g", name));
        more.type = "button";
        more.addEventListener("click", function () {
          open.add(name);
          mine.slice(FEW).forEach(function (hit) { list.append(row(hit)); });
          more.remove();
          list.children[FEW].querySelector("a").focus();
        });
        part.append(more);
      }
      area.append(part);
    });
    if (found.rest) {
      var further = make("button", say.rest.replace("%n", found.rest));
      further.type = "button";
      further.addEventListener("click", function () { all = query; show(); });
      area.append(further);
    }
  }

  function remember() {
    try {
      var address = new URL(location.href);
      if (input.value.trim()) address.searchParams.set("q", input.value.trim()); else address.searchParams.delete("q");
      history.replaceState(null, "", address);
    } catch (error) { /* some browsers let nothing be remembered from a disk */ }
  }

  var wait = 0;
  input.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(function () { open.clear(); show(); remember(); }, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(wait);
    deep = input.value.trim();
    show(true);
    remember();
  });
  // Arrows walk through the results; Escape leads back to the question.
  document.addEventListener("keydown", function (event) {
    var links = Array.prototype.slice.call(area.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at >= 0) { input.focus(); input.select(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (at < 0 && document.activeElement !== input) return;
    var next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) input.focus(); else if (links[next]) links[next].focus();
    event.preventDefault();
  });
  window.addEventListener("popstate", function () { fill(); show(); });

  function fill() {
    input.value = new URLSearchParams(location.search).get("q") || "";
  }
  fill();
  document.body.classList.add("can-search");
  document.documentElement.classList.remove("searching");
  show();
});
