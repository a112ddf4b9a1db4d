// Search in the reader's own browser: no server, and it works from a disk. The words of the texts are asked only when the titles do
// not answer. Where the index lies in parts, what a question lacks is loaded before it is answered (15-parts.js).
var sitegenSearch = (function () {
  "use strict";
  var fold = sitegenWords.fold, words = sitegenWords.words, compact = sitegenWords.compact, slip = sitegenWords.slip;

  // ---- The index: what site_gen/outputs/search/index.py wrote ---------------------------------------------------------------

  var entries = [], groups = [], synonyms = new Map(), longest = 1, stop = [];
  var held = new Map(), sorted = []; // which entries hold a word in title, names or place; all words in order
  var read = new Map(), texts = null; // which entries hold a word in their text, as far as that was loaded; the same while it is asked
  var known = { words: null, texts: null }, PIECE = 3, MARK = "#", TIERS = [4, 6, 9, 13], LAST = 6, file = ""; // as in index.py

  function open(data) {
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
    file = data.texts || "";
    sitegenParts.open(data.parted || null, typeof document === "undefined" ? "" : document.currentScript.src.replace(/[^/]*$/, ""));
    if (data.entries) entriesOf(data.entries);
  }

  function entriesOf(data) {
    var page = "", from = data.from || 0;
    data.title.forEach(function (title, at) {
      var n = from + at, url = data.url[at][0] === "#" ? page + data.url[at] : data.url[at];
      page = url.split("#")[0];
      var codes = !data.codes[at] ? [] : data.codes[at].split("|").map(function (code) {
        return code === "#" ? url.split("#")[1] : code === "/" ? page.replace(/^.*\/|\.html$/g, "") : code;
      });
      var own = words(title), also = data.also[at] ? data.also[at].split("|").map(words) : [], place = data.places[data.place[at]];
      var parts = [].concat.apply([], codes.map(words)), where = words(place);
      entries[n] = {
        n: n, url: url, title: title, place: place, group: data.group[at], codes: codes, size: own.length,
        marks: " " + title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ") + " ",
        line: " " + own.join(" ") + " ",
        also: also.map(function (name) { return " " + name.join(" ") + " "; }).join("|"),
        numbers: codes.map(compact), parts: " " + parts.join(" ") + " ",
        where: " " + where.join(" ") + " "
      };
      if (sitegenParts.whole()) [].concat.apply([], also.concat([own, parts, where])).forEach(function (word) {
        if (!held.has(word)) held.set(word, new Map());
        held.get(word).set(n, 0);
      });
    });
    if (sitegenParts.whole()) sorted = Array.from(held.keys()).sort();
  }

  // A part of the words: for each the numbers of its entries, in tiers of which the first is looked at first.
  function wordsOf(data) {
    var pages = data.pages.split(" ");
    data.words.split(" ").forEach(function (word, n) { held.set(word, tiered(pages[n])); });
    sorted = Array.from(new Set(sorted.concat(data.words.split(" ")))).sort();
  }

  function tiered(letters) {
    var all = new Map();
    letters.split(".").forEach(function (part, tier) {
      numbersOf(part).forEach(function (n) { all.set(n, tier); });
    });
    return all;
  }

  function knownOf(data) {
    known[data.kind] = data.words.split(" ");
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
    if (sitegenParts.whole()) texts = read;
    if (data.words) data.words.split(" ").forEach(function (word, n) { read.set(word, pages[n]); });
    sorted = Array.from(new Set(sorted.concat(data.words.split(" ")))).filter(Boolean).sort();
  }

  var NONE = new Map(), unseen = 0, turns = 0;

  function holding(word, sort) {
    return sitegenParts.word("words", word, sort) && held.get(word) || NONE;
  }

  // `there`: only as far as it was loaded.
  function inText(word, there, sort) {
    var pages = texts && (there || sitegenParts.word("texts", word, sort)) ? texts.get(word) : undefined;
    if (pages === undefined) return NONE;
    if (typeof pages === "string") texts.set(word, pages = tiered(pages));
    return pages;
  }

  // The entries of which a code holds `code`, with their tiers; where the index is parted, those that may, by pieces of their codes.
  function coded(code) {
    var out = new Map();
    if (sitegenParts.whole()) {
      entries.forEach(function (entry) { out.set(entry.n, 0); });
    } else {
      var pieces = code.length > PIECE ? [] : [code];
      for (var end = code.length; code.length > PIECE && end >= PIECE; end -= PIECE) pieces.push(code.slice(end - PIECE, end));
      var maps = pieces.map(function (piece) { return holding(MARK + piece); });
      maps[0].forEach(function (tier, n) { if (maps.every(function (map) { return map.has(n); })) out.set(n, tier); });
    }
    out.forEach(function (_, n) {
      if (entries[n] && !entries[n].numbers.some(function (number) { return holdsCode(number, code); })) out.delete(n);
    });
    return out;
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

  // What is not there yet may be known.
  function knows(word, last) {
    if (last) {
      var all = sitegenParts.beginnings("words", word);
      if (texts) all = sitegenParts.beginnings("texts", word) && all;
      return !all || beginning(word, 1).length > 0;
    }
    if (!sitegenParts.word("words", word) || held.has(word)) return true;
    return Boolean(texts) && (!sitegenParts.word("texts", word) || texts.has(word));
  }

  // Every word that slips may lead to; nothing while that is not there yet.
  function vocabulary() {
    if (sitegenParts.whole()) return sorted;
    if (!sitegenParts.known("words")) return [];
    return texts && sitegenParts.known("texts") ? Array.from(new Set(known.words.concat(known.texts))).sort() : known.words;
  }

  // Words one slip away, or two words written as one. The shortest words have too many neighbours to guess.
  function nearTo(word) {
    var found = [];
    if (word.length < 3) return found;
    var all = vocabulary();
    all.forEach(function (other) { if (other.length > 1 && slip(word, other)) found.push({ words: [other], worth: 0.5, sort: "near" }); });
    var titled = sitegenParts.whole() ? held : new Set(known.words || []);
    for (var cut = 2; cut < word.length - 1; cut++) {
      var pair = [word.slice(0, cut), word.slice(cut)];
      if (pair.every(function (w) { return titled.has(w); })) found.push({ words: pair, worth: 0.7, sort: "near" });
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

  // The numbers of the entries that may meet a part, with their tiers: those that hold every word of one of its ways, somewhere.
  function candidates(part) {
    var out = part.code ? coded(part.code) : new Map();
    part.ways.forEach(function (way, w) {
      var maps = way.words.map(function (word, n) {
        var typing = part.last && w === 0 && n === way.words.length - 1, any = new Map();
        if (typing) sitegenParts.beginnings("words", word);
        if (typing && texts) sitegenParts.beginnings("texts", word);
        holding(word, way.sort);
        (typing ? beginning(word, 80) : [word]).forEach(function (one) {
          (held.get(one) || NONE).forEach(function (tier, number) { lower(any, number, one === word ? tier : LAST); });
          // A word that is whole already is not the beginning of others in the texts.
          if (one === word || !knows(word, false)) inText(one, one !== word, way.sort).forEach(function (tier, number) { lower(any, number, LAST + tier); });
        });
        return any;
      });
      maps[0].forEach(function (_, number) {
        if (!maps.every(function (map) { return map.has(number); })) return;
        lower(out, number, Math.max.apply(null, maps.map(function (map) { return map.get(number); })));
      });
    });
    return out;
  }

  function lower(map, number, tier) {
    if (!(map.get(number) <= tier)) map.set(number, tier);
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
      else if (way.words.every(function (word) { return inText(word, true).has(entry.n); })) { score = 2; text = true; }
      else if (typing && way.words.length === 1 && !knows(way.words[0], false)) {
        text = beginning(way.words[0], 80).some(function (word) { return inText(word, true).has(entry.n); });
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
  // `rest` is how many more may answer that were not looked at; `waits` whether parts of the index must be loaded first.
  function find(query) {
    query = query.slice(0, 200);
    unseen = 0;
    var parts = partsOf(query, false), hits = parts.length ? those(parts, 0, query) : [], how = "all";
    while (!hits.length && unseen && !sitegenParts.lacks() && sitegenParts.more()) hits = those(parts, 0, query);
    if (parts.length && !hits.length && !sitegenParts.lacks()) {
      how = "near";
      hits = those(partsOf(query, true), 0, query);
    }
    for (var missed = 1; !hits.length && missed < parts.length && !sitegenParts.lacks(); missed++) {
      how = "some";
      hits = those(parts, missed, query);
    }
    hits.sort(function (a, b) { return b.score - a.score || a.entry.n - b.entry.n; });
    return { how: how, hits: hits, rest: unseen, waits: sitegenParts.lacks() };
  }

  // Answers when all is there that the question needs; `texts` asks for the words of the texts, `all` for every answer.
  function ask(query, wishes, done) {
    sitegenParts.begin(query, wishes.all);
    if (!sitegenParts.whole()) texts = wishes.texts ? read : null;
    var turn = ++turns;
    (function again() {
      if (turn !== turns) return; // another question has been asked meanwhile
      if (wishes.texts && sitegenParts.whole() && !texts) return sitegenParts.load([file], again);
      var found = find(query);
      if (found.waits) sitegenParts.load(sitegenParts.take(), again); else done(found);
    })();
  }

  // The entries that meet all parts that ask for something, but `missed` of them.
  function those(parts, missed, query) {
    var asking = parts.filter(function (part) { return !part.idle; }), counts = new Map(), tiers = new Map(), out = [], wanted = [];
    unseen = 0;
    if (missed >= asking.length) return out;
    // A part of which not everything may be loaded bounds nothing, unless there is no other; who is judged must meet it all the same.
    var found = asking.map(function (part) {
      sitegenParts.refused();
      var map = candidates(part);
      return { map: map, whole: !sitegenParts.refused() };
    });
    var bounds = found.filter(function (one) { return one.whole; });
    (bounds.length ? bounds : found).forEach(function (one) {
      one.map.forEach(function (tier, n) {
        counts.set(n, (counts.get(n) || 0) + 1);
        tiers.set(n, Math.max(tiers.get(n) || 0, tier));
      });
    });
    var least = (bounds.length || found.length) - missed;
    if (sitegenParts.lacks()) return out;
    counts.forEach(function (count, n) {
      if (count < least) return;
      if (!entries[n]) { wanted.push(n); return; }
      var hit = judge(entries[n], parts, query);
      if (hit.missed <= missed) out.push(hit);
    });
    unseen = wanted.length;
    // The shortest titles first that can hold all that was typed.
    var typed = asking.reduce(function (sum, part) { return sum + part.typed; }, 0), first = TIERS.filter(function (most) { return most < typed; }).length;
    var turn = function (n) { return (tiers.get(n) < first ? 2 * LAST : 0) + tiers.get(n); };
    wanted.sort(function (a, b) { return counts.get(b) - counts.get(a) || turn(a) - turn(b) || a - b; });
    sitegenParts.entries(wanted);
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
    open: open, entries: entriesOf, words: wordsOf, texts: textsOf, known: knownOf, directory: function (data) { sitegenParts.directory(data.kind, data); }, find: find, ask: ask, marked: marked,
    group: function (n) { return groups[n].name; },
    read: function () { return sitegenParts.whole() && texts !== null; },
    // Whether an answer leaves so much open that the texts should be asked too; those of a parted index cost more.
    lacking: function (found) { return found.how !== "all" || found.hits.length + found.rest < (sitegenParts.whole() ? 8 : 1); }
  };
})();
