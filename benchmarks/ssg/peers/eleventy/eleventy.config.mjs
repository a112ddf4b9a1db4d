import { readFileSync } from "node:fs";
import markdown from "markdown-it";

const two = (number) => String(number).padStart(2, "0");

export default function (config) {
  config.addGlobalData("site", JSON.parse(readFileSync("site.json", "utf8")));
  config.setLibrary("md", markdown({ html: true }));

  const rows = (api) =>
    api
      .getFilteredByGlob("src/thu-tuc/*.md")
      .map((item) => item.data)
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  config.addCollection("rows", rows);
  config.addCollection("newest", (api) => rows(api).sort((a, b) => b.date - a.date).slice(0, 50));
  config.addCollection("bySlug", (api) => Object.fromEntries(rows(api).map((row) => [row.slug, row])));
  config.addCollection("byGroup", (api) => {
    const groups = {};
    for (const row of rows(api))
      for (const id of [row.field_id, row.unit_id]) (groups[id] ??= []).push(row);
    return groups;
  });

  // what is published lies on the same day in UTC
  config.addFilter("day", (date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`);
  config.addFilter("stamp", (date) => date.toISOString());
  return {
    dir: { input: "src", includes: "../_includes", output: "public" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
