// The search page: results as they are typed, by kind, with the words that were met marked; what is asked, how it is narrowed and
// what was opened stand in the address, so that Back leads to the same page.
// Who comes with a question sees the lists below the results only once those are there: nothing jumps.
if (typeof document !== "undefined" && /[?&]q=[^&]/.test(location.search)) document.documentElement.classList.add("searching");
if (typeof document !== "undefined") document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var area = document.getElementById("ket-qua"), said = document.getElementById("so-ket-qua"), form = document.querySelector("form.find-form");
  if (!area || !form) return;
  var input = form.querySelector("input"), help = document.getElementById("khong-thay"), say = area.dataset, FEW = 5, WEAK = 0.3, LIKELY = 0.6;
  var open = new Set(), deep = null, all = null; // groups that are open; the questions whose texts, whose every answer is wanted
  var make = sitegenMake, nothing = function () {}, query = new URLSearchParams(location.search);
  // Suggestions and narrowing come when the first answer stands (scripts/refine), or at once where the address asks for them.
  var narrow = { active: nothing, offer: nothing, write: nothing, fill: nothing, filter: function (hits) { return hits; } };
  var suggest = { offer: nothing, close: nothing }, refined = false;

  function refine(done) {
    if (refined) return;
    refined = true;
    var script = make("script");
    script.src = say.refine;
    script.onload = function () {
      narrow = sitegenNarrow(document.getElementById("loc"), function () { remember(); show(); });
      suggest = sitegenSuggest(input, say, function (url) { location.href = url; });
      narrow.fill(query);
      done();
    };
    document.head.append(script);
  }

  function withMarks(into, pieces) {
    pieces.forEach(function (piece) { into.append(piece[1] ? make("mark", piece[0]) : piece[0]); });
    return into;
  }

  function row(hit) {
    var item = make("li"), link = make("a"), entry = hit.entry, meta = make("small"), parts = [];
    link.href = entry.url;
    item.append(withMarks(link, sitegenSearch.marked(entry.title, hit.met)), meta);
    if (entry.expired) parts.push(make("strong", say.expired));
    if (entry.place) parts.push(withMarks(make("span"), sitegenSearch.marked(entry.place, hit.met)));
    entry.codes.forEach(function (code, n) {
      var met = hit.met.some(function (how) { return how.code === n; });
      var line = make("span");
      if (met) line.append(make("mark", code)); else withMarks(line, sitegenSearch.marked(code, hit.met));
      parts.push(line);
    });
    if (entry.online) parts.push(make("span", say.online));
    var inText = hit.met.filter(function (how) { return how.text; }).map(function (how) { return how.text; });
    if (inText.length) parts.push(make("span", say.text + " " + inText.join(", ")));
    parts.forEach(function (part, n) { if (n) meta.append(" · "); meta.append(part); });
    return item;
  }

  // `walk`: the first result is where the reader goes on.
  function show(walk, typed) {
    var query = input.value.trim();
    if (!query) {
      area.textContent = said.textContent = "";
      help.hidden = true;
      narrow.offer([]);
      suggest.close();
      return;
    }
    var wishes = { texts: sitegenSearch.read() || deep === query, all: all === query || narrow.active() };
    sitegenSearch.ask(query, wishes, function (found) {
      if (input.value.trim() !== query) return;
      if (!wishes.texts && sitegenSearch.lacking(found)) { deep = query; show(walk, typed); return; }
      var here = area.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      narrow.offer(found.hits);
      list(query, found, narrow.filter(found.hits));
      if (typed) propose(found);
      var links = area.querySelectorAll("ol a");
      // Who has walked into the results stays there.
      if (here) Array.prototype.some.call(links, function (link) { return link.getAttribute("href") === here && (link.focus(), true); });
      else if (walk && links[0]) links[0].focus();
      refine(function () { narrow.offer(found.hits); if (typed) propose(found); });
    });
  }

  function propose(found) {
    suggest.offer(found.hits.filter(function (hit) { return hit.score >= LIKELY * found.hits[0].score; }).slice(0, 6));
  }

  function list(query, found, hits) {
    var count = hits.length + found.rest, weak = !hits.length || found.share < WEAK;
    area.textContent = "";
    said.textContent = count === 0 ? (found.elsewhere ? say.elsewhere : say.none) : (weak ? say.some : say.count).replace("%n", count);
    help.hidden = !weak || Boolean(found.elsewhere);
    if (found.elsewhere) area.append(notHere(found.elsewhere));
    if (found.meant) area.append(meant(found.meant));
    var order = [], by = new Map();
    hits.forEach(function (hit) {
      if (!by.has(hit.group)) { by.set(hit.group, []); order.push(hit.group); }
      by.get(hit.group).push(hit);
    });
    order.forEach(function (name, n) { area.append(group(name, by.get(name), n)); });
    if (found.rest) area.append(button(say.rest.replace("%n", found.rest), function () { all = query; show(); }));
  }

  function group(name, mine, n) {
    var part = make("section"), head = make("h2", name + " "), list = make("ol", "", "found");
    head.id = "nhom-" + n;
    part.setAttribute("aria-labelledby", head.id);
    head.append(make("small", String(mine.length)));
    var few = open.has(name) || mine.length <= FEW + 1 ? mine : mine.slice(0, FEW);
    few.forEach(function (hit) { list.append(row(hit)); });
    part.append(head, list);
    if (few.length < mine.length) part.append(button(say.more.replace("%n", mine.length).replace("%g", name), function (more) {
      open.add(name);
      remember();
      mine.slice(FEW).forEach(function (hit) { list.append(row(hit)); });
      more.remove();
      list.children[FEW].querySelector("a").focus();
    }));
    return part;
  }

  function button(text, act) {
    var made = make("button", text);
    made.type = "button";
    made.addEventListener("click", function () { act(made); });
    return made;
  }

  // What is not this authority's business, whose it is, and which law says so.
  function notHere(entry) {
    var box = make("section", "", "elsewhere"), head = make("h2", entry.title);
    box.append(head, make("p", say.where.replace("%w", entry.place)), make("small", say.source + " " + entry.source));
    return box;
  }

  function meant(text) {
    var line = make("p", say.meant + " ", "meant");
    line.append(button(text, function () { input.value = text; changed(); input.focus(); }));
    return line;
  }

  function remember() {
    try {
      var address = new URL(location.href), query = address.searchParams;
      query.delete("q");
      query.delete("mo");
      if (input.value.trim()) query.set("q", input.value.trim());
      narrow.write(query);
      open.forEach(function (name) { query.append("mo", name); });
      history.replaceState(null, "", address);
    } catch (error) { /* some browsers let nothing be remembered from a disk */ }
  }

  function changed() {
    open.clear();
    show(false, true);
    remember();
  }

  var wait = 0;
  input.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(changed, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(wait);
    suggest.close();
    show(true);
    remember();
  });
  // Arrows walk through the results; Escape leads back to the question.
  document.addEventListener("keydown", function (event) {
    var links = Array.prototype.slice.call(area.querySelectorAll("ol a")), at = links.indexOf(document.activeElement);
    if (event.defaultPrevented || (at < 0 && document.activeElement !== input)) return;
    if (event.key === "Escape" && at >= 0) { input.focus(); input.select(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next < 0) input.focus(); else if (links[next]) links[next].focus();
    event.preventDefault();
  });
  window.addEventListener("popstate", function () { fill(); show(); });

  function fill() {
    query = new URLSearchParams(location.search);
    input.value = query.get("q") || "";
    open = new Set(query.getAll("mo"));
    narrow.fill(query);
  }
  fill();
  document.body.classList.add("can-search");
  document.documentElement.classList.remove("searching");
  if (["linh-vuc", "cap", "truc-tuyen"].some(function (name) { return query.has(name); })) refine(function () { show(); }); else show();
  input.addEventListener("focus", function () { refine(nothing); });
});
