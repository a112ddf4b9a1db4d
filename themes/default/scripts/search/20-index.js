// The index in the browser: entries, the postings that words lead to, and what the thesaurus says of them. What
// site_gen/outputs/search/index.py wrote is read here; where it lies in parts, what is lacking is asked for (15-parts.js).
var sitegenIndex = (function () {
  "use strict";
  var words = sitegenWords.words, compact = sitegenWords.compact;
  var PIECE = 3, MARK = "#", LEVELS = 5, TOP = 2.2, PLACE = 5, FAR = 25, FIELDS = "thu-tuc/linh-vuc/", NONE = new Map(); // as in index.py; the tier of those that hold a word elsewhere than in their title
  var entries = [], groups = [], total = 0, levels = [], file = "", settings = {};
  var titles = new Map(), sorted = null; // postings of each word: entry -> tier; all words in order
  var said = new Map(); // what the thesaurus says of each word: a text, once asked a map of postings, "" for those of the word itself
  var texts = new Map(), reading = false; // postings in texts; whether they are asked
  var known = { words: null, texts: null };

  function open(data) {
    groups = data.groups;
    total = data.total;
    levels = data.levels;
    settings = data.language;
    file = data.texts || "";
    sitegenParts.open(data.parted || null, typeof document === "undefined" ? "" : document.currentScript.src.replace(/[^/]*$/, ""));
    sitegenQuery.learn(settings);
    if (data.words) wordsOf(data.words, data.pages, data.said);
    if (data.entries) entriesOf(0, data.entries);
  }

  // Entries in lines: title, place, page of a row, address, codes, facts, other names.
  function entriesOf(from, lines) {
    if (lines) lines.split("\n").forEach(function (line, at) {
      var parts = line.split("\t"), title = parts[0], place = parts[1] || "", page = parts[2] || "", url = parts[3] || "";
      if (page.slice(-1) === "/") page = page.slice(0, -1) + FIELDS + sitegenWords.slug(place) + ".html";
      var codes = (parts[4] || "").split("|").filter(Boolean).map(function (code) {
        return code === "/" ? url.replace(/^.*\/|\.html$/g, "") : code;
      });
      if (url[0] === "#") url = page + (url.length > 1 ? url : "#" + codes[0]);
      var facts = parts[5] || "", own = words(title), bare = own.join(" ").replace(/^thu tuc /, "");
      entries[from + at] = {
        online: facts.indexOf("o") >= 0, expired: facts.indexOf("x") >= 0, level: levels[facts.replace(/[ox]/g, "").charCodeAt(0) - 65] || "", url: url, title: title, place: place, codes: codes, own: own, line: own.join(" "), bare: bare, barest: bare.replace(/^(?:dang ki|cap) /, ""), source: parts[6], also: (parts[6] || "").split("|").filter(Boolean).map(words),
        marks: title.normalize("NFC").split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(sitegenWords.marked),
        numbers: codes.map(compact), parts: [].concat.apply([], codes.map(words))
      };
    });
  }

  // A part of the words: for each the numbers of its entries, in tiers; and what the thesaurus says of it.
  function wordsOf(all, postings, bags) {
    var pages = postings.split(" ");
    all.split(" ").forEach(function (word, n) { titles.set(word, pages[n]); });
    Object.keys(bags || {}).forEach(function (word) { said.set(word, bags[word]); });
    sorted = null;
  }

  function textsOf(all, postings) {
    var pages = postings.split(" ");
    all.split(" ").forEach(function (word, n) { texts.set(word, pages[n]); });
    if (sitegenParts.whole()) reading = true;
    sorted = null;
  }

  // The postings of a word: entry -> {tier, at: its places in the title}.
  function tiered(map, word) {
    var pages = map.get(word);
    if (typeof pages !== "string") return pages || NONE;
    var all = new Map(), placed = map === titles && word[0] !== MARK;
    pages.split(".").forEach(function (part, tier) { decoded(part, placed && tier < PLACE, function (n, place) {
      var one = all.get(n);
      if (!one) all.set(n, one = { tier: tier, at: [] });
      if (place >= 0 && place < FAR) one.at.push(place);
    }); });
    map.set(word, all);
    return all;
  }

  // Numbers of entries as differences: figures in 26 letters, the last one of each a capital; behind it the letter of a place.
  function decoded(letters, placed, give) {
    var last = -1, value = 0;
    for (var i = 0; i < letters.length; i++) {
      var c = letters.charCodeAt(i);
      if (c >= 97) { value = value * 26 + (c - 97); continue; }
      last += value * 26 + (c - 65);
      value = 0;
      give(last, placed ? letters.charCodeAt(++i) - 97 : -1);
    }
  }

  // The entries that hold a word in title, names or place, with their tiers.
  function postings(word, sort) {
    return sitegenParts.word("words", word, sort) ? tiered(titles, word) : NONE;
  }

  function inTexts(word) {
    return reading && sitegenParts.word("texts", word) ? tiered(texts, word) : NONE;
  }

  // What the thesaurus says of a word, or of it and its neighbour (`-` before one that stands before it): [[entry, worth, edges]],
  // edges: 1 where a phrase of the entry begins with it, 2 where one ends, 3 both, 4 where one is nothing but it.
  function saidOf(word, partner) {
    var lists = sitegenParts.word("words", word) && said.get(word) || NONE;
    if (typeof lists === "string") {
      var parts = lists.split("|"), own = parts.shift();
      said.set(word, lists = new Map([["", own]]));
      parts.forEach(function (part) {
        var pair = part.split(":");
        pair[0].split(" ").forEach(function (one) { lists.set(one, pair[1]); });
      });
    }
    var out = [];
    if (lists.has(partner)) decoded(lists.get(partner), true, function (n, level) { out.push([n, (level % LEVELS + 1) * TOP / LEVELS, Math.floor(level / LEVELS)]); });
    return out;
  }

  // The group of an entry: they lie in order of their groups.
  function groupOf(n) {
    for (var g = groups.length - 1; g > 0 && groups[g].from > n; g--);
    return groups[g];
  }

  // Whether any title or the thesaurus holds a word; what is not there yet may.
  function knows(word) {
    return !sitegenParts.word("words", word) || titles.has(word);
  }

  // The entries of which a code may hold `code`.
  function coded(code) {
    var out = new Map(), pieces = code.length > PIECE ? [] : [code];
    for (var end = code.length; code.length > PIECE && end >= PIECE; end -= PIECE) pieces.push(code.slice(end - PIECE, end));
    var maps = pieces.map(function (piece) { return postings(MARK + piece); });
    maps[0].forEach(function (tier, n) { if (maps.every(function (map) { return map.has(n); })) out.set(n, tier); });
    return out;
  }

  function order() {
    return sorted || (sorted = Array.from(titles.keys()).sort());
  }

  // Words that begin with `start`, `most` of them.
  function beginning(start, most) {
    if (!sitegenParts.beginnings("words", start)) return [];
    var all = order(), low = 0, high = all.length, out = [];
    while (low < high) {
      var middle = (low + high) >> 1;
      if (all[middle] < start) low = middle + 1; else high = middle;
    }
    while (low < all.length && out.length < most && all[low].startsWith(start)) out.push(all[low++]);
    return out;
  }

  // Every word of titles; nothing while the list of them is not there yet.
  function vocabulary() {
    if (sitegenParts.whole()) return order().filter(function (word) { return titles.get(word) !== ""; });
    return sitegenParts.known("words") && known.words || [];
  }

  return {
    open: open, entries: entriesOf, words: wordsOf, texts: textsOf,
    known: function (kind, all) { known[kind] = all.split(" "); },
    directory: sitegenParts.directory,
    entry: function (n) { return entries[n]; }, total: function () { return total; }, group: groupOf,
    postings: postings, inTexts: inTexts, said: saidOf, knows: knows, coded: coded, beginning: beginning, vocabulary: vocabulary,
    // Whether the texts are asked: those of a whole index once they were loaded.
    read: function (wish) {
      if (wish !== undefined && !sitegenParts.whole()) reading = wish;
      return reading;
    },
    // The first entry that is the business of others; they stand at the end.
    others: function () { return groups.length && groups[groups.length - 1].weight < 0 ? groups[groups.length - 1].from : total; },
    file: function () { return file; }, PLACE: PLACE
  };
})();
