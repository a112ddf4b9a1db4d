// The search of a site outside a browser: the engine with a stand-in for the page, which loads scripts from a folder.
// Reads {engine, files, root, questions, fresh} as JSON; answers with what was found for each question, and which files that took.
const vm = require("vm");
const { engine, files, root, questions, fresh } = JSON.parse(require("fs").readFileSync(0, "utf8"));

function opened() {
  const loaded = [];
  const page = { document: { currentScript: { src: "" } } };
  page.document.addEventListener = () => {};
  page.document.documentElement = { classList: { add() {} } };
  page.document.createElement = () => ({});
  page.location = { search: "" };
  const run = (name) => {
    loaded.push(name);
    vm.runInContext(files[name], context);
  };
  page.document.head = { append(script) { run(script.src); script.onload(); } };
  const context = vm.createContext(page);
  vm.runInContext(engine, context);
  run(root);
  return { context, loaded };
}

let page = null;
const answers = questions.map(({ q, texts, all, first }) => {
  if (page === null || fresh) page = opened();
  let answer = null;
  page.context.done = (found) => {
    answer = { more: vm.runInContext("sitegenSearch", page.context).lacking(found), rest: found.rest, elsewhere: found.elsewhere && found.elsewhere.title, urls: found.hits.map((hit) => hit.entry.url), loaded: page.loaded.slice() };
  };
  page.context.question = q;
  page.context.wishes = { texts: Boolean(texts), all: Boolean(all) };
  const asking = () => vm.runInContext("sitegenSearch.ask(question, wishes, done)", page.context);
  asking();
  if (first && answer.more) { // as the page does
    page.context.wishes.texts = true;
    asking();
  }
  return answer;
});
process.stdout.write(JSON.stringify(answers));
