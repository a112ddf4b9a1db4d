// Text as search compares it: what is typed goes by the same rules as what was published (site_gen/outputs/search/words.py).
var sitegenWords = (function () {
  "use strict";

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  // A syllable whose only vowel is y is also spelt with i: "kỹ" and "kĩ", "quy" and "qui"; but "tay" is not "tai".
  function syllable(word) {
    return /^(?:qu|[bcdghklmnpqrstvx]*)y$/.test(word) ? word.slice(0, -1) + "i" : word;
  }

  function words(text) {
    return (fold(text).match(/[a-z0-9]+/g) || []).map(syllable);
  }

  function compact(code) {
    return (fold(code).match(/[a-z0-9]+/g) || []).join("");
  }

  // Whether one letter more, less, other, or two exchanged make `a` of `b`.
  function slip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var i = 0;
    while (a[i] === b[i] && i < a.length) i++;
    var x = a.slice(i), y = b.slice(i);
    if (x.length === y.length) {
      return x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
    }
    return x.length > y.length ? x.slice(1) === y : x === y.slice(1);
  }

  return { fold: fold, words: words, compact: compact, slip: slip };
})();
// Search in the reader's own browser: no server, and it works from a disk. Titles and codes are loaded with the page, the words of
// the texts only when the titles do not answer.
var sitegenSearch = (function () {
  "use strict";
  var fold = sitegenWords.fold, words = sitegenWords.words, compact = sitegenWords.compact, slip = sitegenWords.slip;

  // ---- The index: what site_gen/outputs/search/index.py wrote ---------------------------------------------------------------

  var entries = [], groups = [], synonyms = new Map(), longest = 1, stop = [];
  var held = new Map(), sorted = [], texts = null; // which entries hold a word in title, names or place; all words in order

  function titles(data) {
    groups = data.groups;
    stop = data.stop.map(function (phrase) { return phrase.split(" "); });
    data.synonyms.forEach(function (group) {
      group.forEach(function (phrase) {
        // The first of a group is what pages say; whoever types another one means it.
        var others = group.filter(function (other) { return other !== phrase; });
        var ways = others.map(function (other) { return { words: other.split(" "), worth: other === group[0] ? 1 : 0.6 }; });
        var known = synonyms.get(phrase) || { own: 1, ways: [] };
        synonyms.set(phrase, { own: phrase === group[0] ? known.own : 0.8, ways: known.ways.concat(ways) });
        longest = Math.max(longest, phrase.split(" ").length);
      });
    });
    var page = "";
    data.title.forEach(function (title, n) {
      var url = data.url[n][0] === "#" ? page + data.url[n] : data.url[n];
      page = url.split("#")[0];
      var codes = !data.codes[n] ? [] : data.codes[n].split("|").map(function (code) {
        return code === "#" ? url.split("#")[1] : code === "/" ? page.replace(/^.*\/|\.html$/g, "") : code;
      });
      var own = words(title), also = data.also[n] ? data.also[n].split("|").map(words) : [], place = data.places[data.place[n]];
      var parts = [].concat.apply([], codes.map(words)), where = words(place);
      entries.push({
        n: n, url: url, title: title, place: place, group: data.group[n], codes: codes, size: own.length,
        marks: " " + title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ") + " ",
        line: " " + own.join(" ") + " ",
        also: also.map(function (name) { return " " + name.join(" ") + " "; }).join("|"),
        numbers: codes.map(compact), parts: " " + parts.join(" ") + " ",
        where: " " + where.join(" ") + " "
      });
      [].concat.apply([], also.concat([own, parts, where])).forEach(function (word) {
        if (!held.has(word)) held.set(word, new Set());
        held.get(word).add(n);
      });
    });
    sorted = Array.from(held.keys()).sort();
  }

  // Numbers of pages as differences: figures in 26 letters, the last one of each a capital.
  function numbersOf(letters) {
    var out = new Set(), last = -1, value = 0;
    for (var i = 0; i < letters.length; i++) {
      var c = letters.charCodeAt(i);
      if (c >= 97) { value = value * 26 + (c - 97); continue; }
      last += value * 26 + (c - 65) + 1;
      value = 0;
      out.add(last);
    }
    return out;
  }

  function textsOf(data) {
    var pages = data.pages.split(" ");
    texts = new Map();
    if (data.words) data.words.split(" ").forEach(function (word, n) { texts.set(word, pages[n]); });
    sorted = Array.from(new Set(sorted.concat(Array.from(texts.keys())))).sort();
  }

  var NONE = new Set();

  function inText(word) {
    var pages = texts ? texts.get(word) : undefined;
    if (pages === undefined) return NONE;
    if (typeof pages === "string") texts.set(word, pages = numbersOf(pages));
    return pages;
  }

  // All words that begin with `start`, `most` of them.
  function beginning(start, most) {
    var low = 0, high = sorted.length, out = [];
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sorted[middle] < start) low = middle + 1; else high = middle;
    }
    while (low < sorted.length && out.length < most && sorted[low].startsWith(start)) out.push(sorted[low++]);
    return out;
  }

  // ---- A question -----------------------------------------------------------------------------------------------------------

  // What was typed as parts, each with the ways in which it may be met: {ways: [{words, worth}], typed, said, code, last, idle}.
  function partsOf(query, generous) {
    var tokens = [];
    query.trim().split(/\s+/).slice(0, 24).forEach(function (chunk) {
      var own = words(chunk);
      if (!own.length) return;
      if (/\d/.test(chunk)) tokens.push({ code: compact(chunk), own: own, said: chunk });
      else own.forEach(function (word) { tokens.push({ word: word, said: own.length === 1 ? chunk : word }); });
    });
    var parts = [], i = 0;
    while (i < tokens.length) {
      if (tokens[i].code) {
        parts.push({ ways: [{ words: tokens[i].own, worth: 1 }], typed: 1, said: tokens[i].said, code: tokens[i].code, last: i + 1 === tokens.length });
        i++;
        continue;
      }
      var run = [];
      for (var j = i; j < tokens.length && !tokens[j].code && run.length < longest; j++) run.push(tokens[j].word);
      var size = run.length;
      while (size > 1 && !synonyms.has(run.slice(0, size).join(" "))) size--;
      run = run.slice(0, size);
      var last = i + size === tokens.length, said = synonyms.get(run.join(" ")) || { own: 1, ways: [] };
      var ways = [{ words: run, worth: said.own }].concat(said.ways);
      if (size === 1 && (generous || !knows(run[0], last))) ways = ways.concat(nearTo(run[0]));
      parts.push({ ways: ways, typed: size, said: tokens.slice(i, i + size).map(function (t) { return t.said; }).join(" "), last: last });
      i += size;
    }
    dropStopWords(parts);
    return parts;
  }

  function knows(word, last) {
    return last ? beginning(word, 1).length > 0 : held.has(word) || Boolean(texts && texts.has(word));
  }

  // Words one slip away, or two words written as one. The shortest words have too many neighbours to guess.
  function nearTo(word) {
    var found = [];
    if (word.length < 3) return found;
    sorted.forEach(function (other) { if (other.length > 1 && slip(word, other)) found.push({ words: [other], worth: 0.5 }); });
    for (var cut = 2; cut < word.length - 1; cut++) {
      var pair = [word.slice(0, cut), word.slice(cut)];
      if (pair.every(function (w) { return held.has(w); })) found.push({ words: pair, worth: 0.7 });
    }
    return found;
  }

  // Words that every question holds ask for nothing, unless they are all that was typed.
  function dropStopWords(parts) {
    var flat = [];
    parts.forEach(function (part) { part.ways[0].words.forEach(function (word) { flat.push({ word: word, part: part }); }); });
    flat.forEach(function (_, i) {
      stop.forEach(function (phrase) {
        var here = flat.slice(i, i + phrase.length);
        if (here.length === phrase.length && here.every(function (f, k) { return f.word === phrase[k] && !f.part.code; })) {
          here.forEach(function (f) { f.stopped = true; });
        }
      });
    });
    parts.forEach(function (part) { part.idle = flat.every(function (f) { return f.part !== part || f.stopped; }); });
    if (parts.every(function (part) { return part.idle; })) parts.forEach(function (part) { part.idle = false; });
  }

  // The numbers of the entries that may meet a part: those that hold every word of one of its ways, somewhere.
  function candidates(part) {
    var out = new Set();
    if (part.code) {
      entries.forEach(function (entry) {
        if (entry.numbers.some(function (number) { return holdsCode(number, part.code); })) out.add(entry.n);
      });
    }
    part.ways.forEach(function (way, w) {
      var sets = way.words.map(function (word, n) {
        var same = part.last && w === 0 && n === way.words.length - 1 ? beginning(word, 80) : [word], any = new Set();
        same.forEach(function (one) {
          (held.get(one) || NONE).forEach(function (number) { any.add(number); });
          // A word that is whole already is not the beginning of others in the texts.
          if (one === word || !knows(word, false)) inText(one).forEach(function (number) { any.add(number); });
        });
        return any;
      });
      sets[0].forEach(function (number) {
        if (sets.every(function (set) { return set.has(number); })) out.add(number);
      });
    });
    return out;
  }

  // A code whole or in part; two figures alone are a part of too many.
  function holdsCode(number, code) {
    return number === code || (code.length >= 3 && number.includes(code));
  }

  // How well an entry meets a part, 0 for not at all; what met it is added to `met`.
  function meets(part, entry, met) {
    var best = 0, how = null;
    if (part.code) {
      entry.numbers.forEach(function (number, n) {
        var worth = !holdsCode(number, part.code) ? 0 : number === part.code ? 60 : number.startsWith(part.code) ? 30 : 20;
        if (worth > best) { best = worth; how = { code: n, words: [] }; }
      });
    }
    part.ways.forEach(function (way, w) {
      var phrase = " " + way.words.join(" ") + " ", score = 0, start = false, text = false, typing = part.last && w === 0;
      if (entry.line.includes(phrase)) score = 10;
      else if (entry.also.includes(phrase)) score = 9;
      else if (entry.parts.includes(phrase)) score = 8;
      else if (typing && entry.line.includes(phrase.slice(0, -1))) { score = 7; start = true; }
      else if (way.words.length > 1 && way.words.every(function (word) { return entry.line.includes(" " + word + " "); })) score = 5;
      else if (typing && entry.also.includes(phrase.slice(0, -1))) { score = 5; start = true; }
      else if (entry.where.includes(phrase)) score = 4;
      else if (way.words.every(function (word) { return inText(word).has(entry.n); })) { score = 2; text = true; }
      else if (typing && way.words.length === 1 && !knows(way.words[0], false)) {
        text = beginning(way.words[0], 80).some(function (word) { return inText(word).has(entry.n); });
        score = text ? 1 : 0;
      }
      score *= way.worth * Math.min(part.typed, way.words.length + 1);
      if (score > best) { best = score; how = { words: way.words, start: start, text: text ? part.said : "" }; }
    });
    if (how) met.push(how);
    return best;
  }

  function judge(entry, parts, query) {
    var score = 0, missed = 0, met = [], typed = [], plain = [];
    parts.forEach(function (part) {
      var got = meets(part, entry, met);
      score += part.idle ? (got ? 0.5 : 0) : got;
      if (!part.idle && !got) missed += 1;
      typed = typed.concat(part.ways[0].words);
      if (!part.idle) plain = plain.concat(part.ways[0].words);
    });
    for (var i = 0; i + 1 < plain.length; i++) {
      if (entry.line.includes(" " + plain[i] + " " + plain[i + 1] + " ")) score += 4;
    }
    var line = entry.line.replace(/^ thu tuc /, " "), whole = " " + plain.join(" ") + " ";
    if (line === whole || entry.line === " " + typed.join(" ") + " ") score += 25;
    else if (line.replace(/^ (?:dang ki|cap) /, " ") === whole) score += 15; // whoever asks for "kết hôn" means "Đăng ký kết hôn"
    else if (line.startsWith(whole)) score += 8;
    // Whoever types marks means them.
    query.normalize("NFC").toLowerCase().split(/[^\p{L}\p{N}]+/u).forEach(function (word) {
      if (!word || word === fold(word)) return;
      if (entry.marks.includes(" " + word + " ")) score += 2;
      else if (entry.line.includes(" " + words(word)[0] + " ")) score -= 1.5;
    });
    score += groups[entry.group].weight * 0.6 + (entry.url.includes("#") ? 0 : 1) - entry.size * 0.15;
    return { entry: entry, score: score, missed: missed, met: met };
  }

  // Everything that answers, best first, and how it was understood: "all", "near" (slips allowed) or "some" (not every word).
  function find(query) {
    query = query.slice(0, 200);
    var parts = partsOf(query, false), hits = parts.length ? those(parts, 0, query) : [], how = "all";
    if (parts.length && !hits.length) {
      how = "near";
      hits = those(partsOf(query, true), 0, query);
    }
    for (var missed = 1; !hits.length && missed < parts.length; missed++) {
      how = "some";
      hits = those(parts, missed, query);
    }
    hits.sort(function (a, b) { return b.score - a.score || a.entry.n - b.entry.n; });
    return { how: how, hits: hits };
  }

  // The entries that meet all parts that ask for something, but `missed` of them.
  function those(parts, missed, query) {
    var asking = parts.filter(function (part) { return !part.idle; }), counts = new Map(), out = [];
    if (missed >= asking.length) return out;
    asking.forEach(function (part) {
      candidates(part).forEach(function (n) { counts.set(n, (counts.get(n) || 0) + 1); });
    });
    counts.forEach(function (count, n) {
      if (count < asking.length - missed) return;
      var hit = judge(entries[n], parts, query);
      if (hit.missed <= missed) out.push(hit);
    });
    return out;
  }

  // Title or code in pieces, [text, whether it is why the entry was found].
  function marked(text, met) {
    var whole = new Set(), starts = [];
    met.forEach(function (how) {
      how.words.forEach(function (word, n, all) {
        if (how.start && n === all.length - 1) starts.push(word); else whole.add(word);
      });
    });
    return text.split(/([\p{L}\p{N}\p{M}]+)/u).map(function (piece, n) {
      var own = n % 2 ? words(piece) : [];
      return [piece, own.length > 0 && own.every(function (word) {
        return whole.has(word) || starts.some(function (start) { return word.startsWith(start); });
      })];
    }).filter(function (piece) { return piece[0]; });
  }

  return {
    titles: titles, texts: textsOf, find: find, marked: marked,
    group: function (n) { return groups[n].name; },
    read: function () { return texts !== null; }
  };
})();
// The search page: results as they are typed, by kind, with the words that were met marked.
// Who comes with a question sees the lists below the results only once those are there: nothing jumps.
if (typeof document !== "undefined" && /[?&]q=[^&]/.test(location.search)) document.documentElement.classList.add("searching");
if (typeof document !== "undefined") document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var area = document.getElementById("ket-qua"), said = document.getElementById("so-ket-qua"), form = document.querySelector("form.find-form");
  if (!area || !form) return;
  var input = form.querySelector("input"), say = area.dataset, FEW = 5, asked = "", loading = false, open = new Set();

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

  function show() {
    var query = input.value.trim();
    asked = query;
    area.textContent = "";
    if (!query) { said.textContent = ""; return; }
    var found = sitegenSearch.find(query);
    if (!sitegenSearch.read() && (found.how !== "all" || found.hits.length < 8)) read();
    var count = found.hits.length;
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
  }

  // The words of the texts, once; from a disk too, for they come as a script.
  function read() {
    if (loading) return;
    loading = true;
    var script = document.createElement("script");
    script.src = say.texts;
    script.onload = function () {
      if (input.value.trim() !== asked) return;
      var here = area.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      show();
      if (here) Array.prototype.some.call(area.querySelectorAll("a"), function (link) {
        return link.getAttribute("href") === here && (link.focus(), true); // who has walked into the results stays there
      });
    };
    document.head.append(script);
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
    show();
    remember();
    if (!sitegenSearch.read()) read();
    var first = area.querySelector("a");
    if (first) first.focus();
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
