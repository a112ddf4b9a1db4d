// Each engine behind one face: make(documents, fold) gives {find(query) -> urls, index: text to be carried}. `fold` is null for the
// engine as it comes, else the folding of letters that every one of them needs for Vietnamese. Options are those its own
// documentation recommends for a site of titles and texts: prefixes, about one slip; MiniSearch any of the words, as it comes.
import MiniSearch from "./node_modules/minisearch/dist/es/index.js";
import Fuse from "./node_modules/fuse.js/dist/fuse.mjs";

const same = (text) => text;
export const plain = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

function mini(documents, fold) {
  const options = {
    fields: ["title", "codes", "also", "place", "text"],
    storeFields: ["url"],
    processTerm: (term) => (fold || ((t) => t.toLowerCase()))(term),
    searchOptions: { boost: { title: 3, codes: 4, also: 2 }, prefix: true, fuzzy: 0.2 },
  };
  const engine = new MiniSearch(options);
  engine.addAll(documents);
  return { find: (query) => engine.search(query).map((hit) => hit.url), index: JSON.stringify(engine) };
}

function lunrs(documents, fold) {
  const engine = lunr(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    if (fold) {
      const folding = (token) => token.update(fold);
      lunr.Pipeline.registerFunction(folding, "folding");
      this.pipeline.add(folding);
      this.searchPipeline.add(folding);
    }
    this.ref("url");
    this.field("title", { boost: 3 });
    this.field("codes", { boost: 4 });
    this.field("also", { boost: 2 });
    this.field("place");
    this.field("text");
    documents.forEach((document) => this.add(document));
  });
  const find = (query) => {
    const words = lunr.tokenizer(query).map(String).map(fold || same).filter(Boolean);
    return engine
      .query((q) => words.forEach((word, n) => {
        const presence = lunr.Query.presence.REQUIRED;
        // A clause that names a distance, be it 0, takes its wildcard for a letter.
        if (n === words.length - 1) q.term(word, { presence, wildcard: lunr.Query.wildcard.TRAILING });
        else q.term(word, word.length < 4 ? { presence } : { presence, editDistance: 1 });
      }))
      .map((hit) => hit.ref);
  };
  return { find, index: JSON.stringify(engine) };
}

function fuse(documents, fold) {
  const short = documents.map(({ url, title, codes, also, place }) => ({ url, title, codes, also, place }));
  const engine = new Fuse(short, {
    keys: [{ name: "title", weight: 3 }, { name: "codes", weight: 4 }, { name: "also", weight: 2 }, "place"],
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
    ...(fold ? { getFn: (object, path) => fold(String(object[path])) } : {}),
  });
  const find = (query) => engine.search((fold || same)(query)).map((hit) => hit.item.url);
  return { find, index: JSON.stringify(short) };
}

// Forty lines that any engine should beat: BM25 over folded titles, codes and names. `rich` adds pairs of neighbouring words, and the
// phrases of our thesaurus that lead to a document.
function bm25(documents, rich) {
  const K = 1.2, B = 0.75, counts = new Map(), held = new Map();
  const tokens = (text) => {
    const words = plain(text).match(/[a-z0-9]+/g) || [];
    return rich ? words.concat(words.slice(1).map((word, n) => `${words[n]} ${word}`)) : words;
  };
  const lengths = documents.map(({ title, codes, also, said }, n) => {
    const own = [title, codes, also, ...(rich ? said : [])].flatMap(tokens);
    own.forEach((token) => {
      if (!held.has(token)) held.set(token, new Map());
      held.get(token).set(n, (held.get(token).get(n) || 0) + 1);
    });
    return own.length;
  });
  const middle = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  const find = (query) => {
    const scores = new Map();
    new Set(tokens(query)).forEach((token) => {
      const postings = held.get(token) || counts;
      const rarity = Math.log(1 + (documents.length - postings.size + 0.5) / (postings.size + 0.5));
      postings.forEach((times, n) => {
        const worth = (rarity * times * (K + 1)) / (times + K * (1 - B + (B * lengths[n]) / middle));
        scores.set(n, (scores.get(n) || 0) + worth);
      });
    });
    return [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b).map((n) => documents[n].url);
  };
  return { find, index: JSON.stringify(documents.map(({ title, codes, also, said }) => [title, codes, also, rich ? said : []])) };
}

async function pagefind(site) {
  const engine = await import(`./site/${site}/pagefind/pagefind.js`);
  await engine.init();
  const find = async (query) => {
    const { results } = await engine.search(query);
    const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return data.map((d) => d.url.replace(new RegExp(`^.*/site/${site}/`), ""));
  };
  return { find, index: "" };
}

window.bench = async function (name, folded, site, documents, queries) {
  const made = name === "pagefind" ? await pagefind(site) : name === "bm25" ? bm25(documents, folded) : { minisearch: mini, lunr: lunrs, fuse }[name](documents, folded ? plain : null);
  const answers = [];
  for (const query of queries) {
    const begun = performance.now();
    let urls = [];
    try {
      urls = (await made.find(query)).slice(0, 10);
    } catch (error) {
      urls = [`error: ${error}`];
    }
    answers.push({ urls, took: performance.now() - begun });
  }
  return { answers, index: made.index };
};
window.ready = true;
