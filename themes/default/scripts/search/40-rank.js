// Search in the reader's own browser: no server, and it works from a disk. Entries are ranked by the rarity-weighted sum of what they
// hold of a question: words of titles, pairs of words that stand together, phrases of the thesaurus. What is missing costs and
// excludes nothing. The postings choose candidates; those whose titles are there are then looked at closely.
var sitegenSearch = (function () {
  "use strict";
  var CLOSELY = 60, SHOWN = 0.2, POOR = 0.15, OTHERS = 0.65; // candidates looked at; least share of the best score that is shown; of a question's weight, below which texts are asked; of the best score, from which what is not here is told
  // What evidence is worth, beside that of a word of the title. Set by measuring over questions (docs/search.md).
  var P = {
    isolated: 0.4, other: 0.15, place: 0.2, also: 0.9, near: 0.5, text: 0.04, light: 0.3, unknown: 0.6, pair: 0.3, idlepair: 1,
    length: 0.28, said: 0.4, saidpair: 0.3, whole: 3, both: 0.3, list: 0.5, group: 0.05, exact: 6, expired: 0.6, starts: 1.5, half: 0.2, begun: 0.7
  };
  var CODE = { whole: 40, start: 25, part: 20 }, MIDDLE = 12, SIZES = [3, 6, 8, 11, 20]; // points of a code; words of a title of middling length, and in each tier about
  var turns = 0;

  function rarity(count) {
    var total = Math.max(sitegenIndex.total(), 2);
    return Math.log(1 + (total - Math.min(count, total) + 0.5) / (count + 0.5));
  }

  // Longer titles say the same less plainly.
  function plainness(size) { return 1 / (1 - P.length + P.length * Math.min(size, 40) / MIDDLE); }

  // How much each token weighs: rare words more, idle ones nothing, light ones little. `full` is what it weighs beside others.
  function weigh(tokens) {
    tokens.forEach(function (token, i) {
      token.starts = [];
      token.known = token.how !== "unknown";
      if (token.code || token.sure) { token.full = token.weight = 0; return; }
      var count = sitegenIndex.postings(token.word).size;
      token.full = token.known ? rarity(Math.max(count, 1)) : rarity(4) * P.unknown;
      token.weight = token.idle ? 0 : token.light ? token.full * P.light : token.full;
      if (i === tokens.length - 1 && token.word.length > 1) {
        token.starts = sitegenIndex.beginning(token.word, 40).filter(function (word) { return word !== token.word; });
      }
    });
  }

  // What the thesaurus gives each entry: for each token, in rows of tokens; and for words that stand together.
  function ofThesaurus(tokens) {
    var width = tokens.length, total = sitegenIndex.total(), given = new Float32Array(total * width), pairs = new Float32Array(total), edges = new Uint8Array(total);
    var forms = sitegenQuery.forms(tokens), seen = new Set(), asking = [];
    tokens.forEach(function (token, i) { if (!token.idle) asking.push(i); });
    var first = asking[0], last = asking[asking.length - 1];
    tokens.forEach(function (token, i) {
      if (mute(token)) return;
      if (!token.idle) give(sitegenIndex.said(token.word, ""), P.said * (token.light ? P.light : 1), first === last ? 4 : 0, function (n, worth) { given[n * width + i] = worth; });
      forms[i].forEach(function (form) {
        for (var next = form.next; next < width; next++) {
          if (!mute(tokens[next])) forms[next].forEach(function (other) { pair(i, form, next, other); });
          if (!tokens[next].idle) break; // between them may be words that say nothing
        }
      });
    });
    // A phrase that begins and ends as the question does is the question.
    edges.forEach(function (edge, n) {
      if (edge > 2) pairs[n] += P.whole;
    });
    return { given: given, pairs: pairs };

    function mute(token) { return !token.word || token.how === "unknown"; }

    function pair(i, one, j, two) {
      var key = one.word + " " + two.word, list = [];
      if (seen.has(key)) return;
      seen.add(key);
      if (!one.kind && (!tokens[i].idle || two.kind)) list = sitegenIndex.said(one.word, two.word);
      if (!list.length && !two.kind && (!tokens[j].idle || one.kind)) list = sitegenIndex.said(two.word, "-" + one.word);
      give(list, P.saidpair, i > first ? (two.next > last ? 2 : 0) : two.next > last ? 4 : 1, function (n, worth) { pairs[n] += worth; });
    }

    function give(list, worth, edge, to) {
      worth *= rarity(list.length);
      list.forEach(function (one) {
        to(one[0], worth * one[1]);
        edges[one[0]] |= one[2] === 4 ? edge : edge & one[2];
      });
    }
  }

  // Which entries hold something of the question, those with the most of it first; and the postings of each token.
  function candidates(tokens, said) {
    var width = tokens.length, best = said.given.slice(), scores = [], numbers = [];
    tokens.forEach(function (token, i) {
      token.held = new Map();
      if (token.sure) return;
      if (token.code) {
        if (token.code.length > 2) sitegenIndex.coded(token.code).forEach(function (one, n) { at(n, CODE.part); });
        return;
      }
      (token.known ? [token.word] : token.near).forEach(function (word) { hold(word, token.known ? 1 : P.near); });
      token.starts.forEach(function (word) { hold(word, token.known ? P.half : P.begun); });
      if (!token.idle) sitegenIndex.inTexts(token.word).forEach(function (one, n) { at(n, token.weight * P.text); });

      function hold(word, worth) {
        sitegenIndex.postings(word, token.known ? "words" : "near").forEach(function (one, n) {
          var before = token.held.get(n);
          // As it was typed is better than as it may have been meant.
          if (!before || before.worth < worth) token.held.set(n, { at: one.at, tier: one.tier, worth: worth, word: word });
          at(n, token.weight * worth * (one.tier === sitegenIndex.PLACE ? P.place : 1));
        });
      }

      function at(n, worth) {
        if (best[n * width + i] < worth) best[n * width + i] = worth;
      }
    });
    for (var n = 0, at = 0; at < best.length; n++) {
      for (var sum = said.pairs[n], i = 0; i < width; i++) sum += best[at++];
      if (sum > 0) numbers.push(n);
      scores.push(sum);
    }
    return numbers.sort(function (a, b) { return scores[b] - scores[a] || a - b; }).slice(0, CLOSELY);
  }

  // How well an entry answers: by the places of words in its title, and by the title itself where that is there.
  function judge(n, tokens, said, query) {
    var width = tokens.length, entry = sitegenIndex.entry(n), group = sitegenIndex.group(n), paired = [], pairs = 0, met = [], asking = 0, size = 0;
    tokens.forEach(function (token) {
      var one = token.held.get(n);
      if (one && one.tier < sitegenIndex.PLACE) size = SIZES[one.tier];
      if (!token.idle && !token.code) asking++;
    });
    // Words that stand together in the question and in the title; between them may be words that say nothing.
    for (var i = 0; i < width; i++) {
      var first = tokens[i].held.get(n);
      for (var j = i + 1; first && first.at.length && j < width; j++) {
        var second = tokens[j].held.get(n), place = second ? together(first.at, second.at) : -1;
        if (place >= 0 && !(tokens[i].idle && tokens[j].idle)) {
          pairs += P.pair * (tokens[i].full + tokens[j].full);
          paired[i] = paired[j] = true;
        }
        if (!tokens[j].idle) break;
      }
    }
    var plain = plainness(entry ? entry.own.length : size || MIDDLE), score = pairs * plain + said.pairs[n];
    tokens.forEach(function (token, i) {
      var got = token.code ? ofCode(entry, token, n) : ofWord(token, paired[i]), told = said.given[n * width + i];
      if (got.how) met.push(got.how);
      if (token.code) score += got.worth;
      else score += Math.max(got.worth * plain, told) + P.both * Math.min(got.worth * plain, told);
    });
    var same = entry ? exact(entry, query) : 0;
    if (group.list && same < 0.7 * P.exact) score *= P.list; // a list of others answers less than one of them
    if (entry && entry.expired) score *= P.expired;
    return { n: n, entry: entry, group: group.name, score: (score + same) * (1 + P.group * group.weight), met: met };

    function ofWord(token, beside) {
      var one = token.held.get(n), full = beside ? Math.max(token.weight, P.idlepair * token.full) : token.weight;
      if (full === 0) return { worth: 0 };
      if (one && one.tier === sitegenIndex.PLACE) {
        return { worth: full * one.worth * (entry && entry.parts.indexOf(one.word) >= 0 ? 1 : entry && named(entry, one.word) ? P.also : P.place), how: { words: [one.word] } };
      }
      // A word that may have been meant must stand beside another one, unless nothing else was typed.
      if (one && (token.known || beside || asking === 1)) {
        return {
          worth: full * (beside ? Math.max(one.worth, P.begun) : asking === 1 ? one.worth : one.worth * P.isolated) * (entry ? marks(entry, token) : 1),
          how: { words: [token.known && token.starts.indexOf(one.word) >= 0 ? token.word : one.word], start: one.word !== token.word && token.known }
        };
      }
      if (!token.idle && sitegenIndex.inTexts(token.word).has(n)) return { worth: full * P.text, how: { words: [], text: token.said } };
      return { worth: 0 };
    }
  }

  function named(entry, word) {
    return entry.also.some(function (name) { return name.indexOf(word) >= 0; });
  }

  // The first place where one stands right before the other, -1 for none.
  function together(before, after) {
    for (var a = 0; a < before.length; a++) if (after.indexOf(before[a] + 1) >= 0) return before[a];
    return -1;
  }

  function ofCode(entry, token, n) {
    var worth = 0, how = null;
    if (!entry) return { worth: token.code.length > 2 && sitegenIndex.coded(token.code).has(n) ? CODE.part : 0 };
    entry.numbers.forEach(function (number, n) {
      var points = number === token.code ? CODE.whole : token.code.length < 3 ? 0 : number.startsWith(token.code) ? CODE.start : number.includes(token.code) ? CODE.part : 0;
      if (points > worth) { worth = points; how = { code: n, words: [] }; }
    });
    return { worth: worth, how: how };
  }

  // Whoever types marks means them.
  function marks(entry, token) {
    return !token.marks || entry.own.every(function (word, p) { return word !== token.word || entry.marks[p] !== token.marks; }) ? (token.marks ? P.other : 1) : 1;
  }

  // A title that is nothing but what was asked for: `query` is what was typed, and that without idle words.
  function exact(entry, query) {
    var line = entry.line, bare = entry.bare;
    if (line === query.typed || bare === query.typed || line === query.asked || bare === query.asked) return P.exact;
    if (query.asked && bare.startsWith(query.asked + " ")) return P.starts;
    return entry.barest === query.asked ? 0.7 * P.exact : 0; // whoever asks for "kết hôn" means "Đăng ký kết hôn"
  }

  function said(tokens) {
    return tokens.filter(function (token) { return token.word; }).map(function (token) { return token.word; }).join(" ");
  }

  // Everything that answers, best first. `rest` is how many more may answer that were not looked at; `waits` whether parts of the
  // index must be loaded first; `share` how much of the question's weight the best one has.
  function find(query) {
    var tokens = sitegenQuery.read(query.slice(0, 400));
    weigh(tokens);
    var told = ofThesaurus(tokens);
    var plain = { typed: said(tokens), asked: said(tokens.filter(function (token) { return !token.idle; })) };
    var hits = candidates(tokens, told).map(function (n) { return judge(n, tokens, told, plain); });
    hits = hits.filter(function (hit) { return hit.score > 0; }).sort(function (a, b) { return b.score - a.score || a.n - b.n; });
    var wanted = hits.filter(function (hit) { return !hit.entry; });
    if (!sitegenParts.lacks()) sitegenParts.entries(hits.map(function (hit) { return hit.n; }));
    hits = hits.filter(function (hit) { return hit.entry; });
    // What is the business of others has no address.
    var other = hits.filter(function (hit) { return !hit.entry.url; })[0];
    hits = hits.filter(function (hit) { return hit.entry.url; });
    var best = hits.length ? hits[0].score : 0, weight = tokens.reduce(function (all, token) { return all + token.weight; }, 0);
    var least = SHOWN * Math.max(best, other ? other.score : 0);
    wanted = wanted.filter(function (hit) { return hit.score >= least; });
    return {
      elsewhere: other && other.score >= OTHERS * best ? other.entry : null,
      hits: hits.filter(function (hit) { return hit.score >= least; }), meant: meant(tokens, hits[0]),
      rest: wanted.length, waits: sitegenParts.lacks(), share: weight ? best / weight : best ? 1 : 0, tokens: tokens
    };
  }

  // The question as it was understood, where a word of it was read as another one: in the spelling of the best answer.
  function meant(tokens, best) {
    if (!best || !tokens.some(function (token) { return token.how === "unknown" && token.held.has(best.n) || token.how === "joined" || token.how === "keys"; })) return "";
    var pieces = best.entry.title.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
    return tokens.filter(function (token) { return token.word; }).map(function (token) {
      var one = token.held.get(best.n), place = one && one.tier < sitegenIndex.PLACE ? best.entry.own.indexOf(one.word) : -1;
      return place >= 0 ? pieces[place].toLowerCase() : token.how === "spelling" || token.how === "" ? token.said : token.word;
    }).join(" ");
  }

  // Answers when all is there that the question needs; `texts` asks for the words of the texts, `all` for every answer.
  function ask(query, wishes, done) {
    sitegenParts.begin(query, wishes.all);
    sitegenIndex.read(Boolean(wishes.texts));
    var turn = ++turns;
    (function again() {
      if (turn !== turns) return; // another question has been asked meanwhile
      if (wishes.texts && sitegenParts.whole() && !sitegenIndex.read()) return sitegenParts.load([sitegenIndex.file()], again);
      var found = find(query);
      if (found.waits) sitegenParts.load(sitegenParts.take(), again); else done(found);
    })();
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
      var own = n % 2 ? sitegenWords.words(piece) : [];
      return [piece, own.length > 0 && own.every(function (word) {
        return whole.has(word) || starts.some(function (start) { return word.startsWith(start); });
      })];
    }).filter(function (piece) { return piece[0]; });
  }

  return {
    open: sitegenIndex.open, entries: sitegenIndex.entries, words: sitegenIndex.words, texts: sitegenIndex.texts, known: sitegenIndex.known,
    directory: sitegenIndex.directory, ask: ask, marked: marked,
    
    read: function () { return sitegenParts.whole() && sitegenIndex.read(); },
    // Whether an answer leaves so much open that the texts should be asked too.
    lacking: function (found) { return found.share < POOR; }
  };
})();
