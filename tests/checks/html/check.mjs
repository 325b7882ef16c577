// node check.mjs FOLDER FILE.html ... : a line for each thing that
// html-validate or axe-core (in jsdom, without colours and sizes, which need a
// browser) finds wrong in a page. FOLDER holds node_modules. Status 1: some.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), "package.json"));
const { HtmlValidate, StaticConfigLoader } = require("html-validate");
const { JSDOM, VirtualConsole } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const extend = [
    "html-validate:standard",
    "html-validate:a11y",
    "html-validate:document",
];
const validator = new HtmlValidate(
    new StaticConfigLoader({ root: true, extends: extend }),
);
let status = 0;

function tell(file, what) {
    console.log(`${path.basename(file)}: ${what}`);
    status = 1;
}

for (const file of files) {
    const text = readFileSync(file, "utf8");
    const report = await validator.validateString(text, file);
    for (const result of report.results)
        for (const m of result.messages)
            tell(file, `${m.line}:${m.column} ${m.message} [${m.ruleId}]`);

    const page = new JSDOM(text, {
        runScripts: "outside-only",
        pretendToBeVisual: true,
        virtualConsole: new VirtualConsole(),
    });
    page.window.eval(axe);
    const found = await page.window.axe.run(page.window.document, {
        rules: {
            "color-contrast": { enabled: false },
            "target-size": { enabled: false },
        },
    });
    for (const v of found.violations)
        for (const n of v.nodes)
            tell(file, `${v.help} at ${n.target.join(" ")} [${v.id}]`);
    page.window.close();
}
process.exit(status);
