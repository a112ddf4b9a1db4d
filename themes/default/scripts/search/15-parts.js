// Where the index lies in parts: which part holds what, which of them are there, and which a question still lacks. Nothing here
// knows how answers are ranked: who looks something up is told whether it is there, and what was missing is loaded by `load`.
// The parts were cut by site_gen/outputs/search/parts.py. An index that is one file lacks nothing.
var sitegenParts = (function () {
  "use strict";
  var NAME = 6, ENTRIES = 2, BLOCK = 32, SHARED = 6; // as in parts.py
  var MOST = { entries: 12, words: 24, texts: 6, near: 6 }, TOGETHER = 32, LIST = 7, BEGINNINGS = 4; // parts that a question may load; of words and entries together; so many less where the list of all words is loaded; of words that begin alike
  var plan = null, folder = "", there = new Set(), lacking = new Set(), left = MOST, refused = false, asked = null, again = 0, together = TOGETHER;

  function open(parted, from) {
    folder = from;
    plan = parted;
    if (plan) directory("words", plan.words);
  }

  // Where each part of the words of titles, or of texts, begins, and what it is called.
  function directory(kind, data) {
    data.starts = data.starts.split(" ");
    plan[kind] = data;
  }

  function ready(kind) {
    return typeof plan[kind] === "object" || (got("t." + plan[kind] + ".js", kind) && false);
  }

  // A question, or the same one again; `all` lifts the bound on entries.
  function begin(query, all) {
    lacking.clear();
    if (query !== asked || all) {
      left = {};
      again = 3;
      Object.keys(MOST).forEach(function (sort) { left[sort] = all ? Infinity : MOST[sort]; });
      together = all ? Infinity : TOGETHER;
    }
    asked = query;
  }

  // A question that has found nothing yet among much may load as much again, a few times.
  function more() {
    if (again === 0) return false;
    again--;
    Object.keys(MOST).forEach(function (sort) { left[sort] += MOST[sort]; });
    together += TOGETHER;
    return true;
  }

  function got(file, sort) {
    if (there.has(file)) return true;
    if (!lacking.has(file)) {
      if (left[sort] > 0 && (sort !== "entries" || together > 0)) {
        lacking.add(file);
        left[sort]--;
        if (sort === "words" || sort === "entries") together--;
      } else refused = true;
    }
    return false;
  }

  function place(kind, word) {
    var starts = plan[kind].starts, low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= word) low = middle + 1; else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  function named(kind, n) {
    return (kind === "words" ? "w." : "t.") + plan[kind].names.slice(Math.floor(n / SHARED) * NAME).slice(0, NAME) + "-" + n % SHARED + ".js";
  }

  // Whether what holds a word is there; `sort` is what it counts as where a question asks for too many.
  function word(kind, text, sort) {
    return !plan || (ready(kind) && got(named(kind, place(kind, text)), sort || kind));
  }

  // Whether what holds the words that begin with `start` is there, as far as a question may ask for it.
  function beginnings(kind, start) {
    if (!plan) return true;
    if (!ready(kind)) return false;
    var from = place(kind, start), to = Math.min(place(kind, start + "\uffff"), from + BEGINNINGS - 1), all = true;
    for (var n = from; n <= to; n++) all = got(named(kind, n), kind) && all;
    return all;
  }

  // Whether the list of all words is there, by which slips are told.
  function known(kind) {
    if (!plan) return true;
    if (!ready(kind)) return false;
    var file = (kind === "words" ? "w." : "t.") + plan[kind].known + ".js";
    if (!there.has(file) && !lacking.has(file)) together -= LIST;
    return got(file, "near");
  }

  // Asks for entries, the first ones first, as far as the bound allows.
  function entries(numbers) {
    if (!plan) return;
    numbers.forEach(function (n) {
      var block = Math.floor(n / BLOCK);
      var file = "m." + plan.blocks.slice(block * NAME, block * NAME + NAME) + "-" + Math.floor(n % BLOCK / ENTRIES) + ".js";
      got(file, "entries");
    });
  }

  // Loads what was missing, from a disk too, for it comes as scripts; a part that does not come is not asked for again.
  function load(files, done) {
    var waiting = files.length;
    if (!waiting) done();
    files.forEach(function (file) {
      var script = document.createElement("script");
      script.src = folder + file;
      script.onload = script.onerror = function () {
        there.add(file);
        if (--waiting === 0) done();
      };
      document.head.append(script);
    });
  }

  return {
    open: open, directory: directory, begin: begin, more: more, word: word, beginnings: beginnings, known: known, entries: entries, load: load,
    whole: function () { return plan === null; },
    // Whether a part was refused since this was asked last: the question has loaded enough of its sort.
    refused: function () { var was = refused; refused = false; return was; },
    lacks: function () { return lacking.size > 0; },
    take: function () { var files = Array.from(lacking); lacking.clear(); return files; }
  };
})();
