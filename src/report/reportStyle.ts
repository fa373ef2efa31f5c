/** The look of the report's HTML file, which has no other style sheet. */
export const labReportStyle = `
:root { color-scheme: light dark; --ground: #fbfaf7; --text: #1d2129; --soft: #5b6270; --line: #d9d6cd;
  --one: #2b62c4; --two: #b4552d; --heat: #2b62c4; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14161b; --text: #e9e7e1; --soft: #a3a9b5; --line: #363a44; --one: #7fa8f5; --two: #eb9a72; --heat: #5f8fee; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; font-size: 1.3rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p, li { max-width: 46rem; }
.soft, caption, footer { color: var(--soft); }
caption { text-align: left; padding-bottom: .4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th { font-weight: 600; }
.word, tbody th { min-width: 7rem; max-width: 18rem; text-align: left; overflow-wrap: break-word; }
.bar { min-width: 5.5rem; width: 14rem; padding-block: .55rem; }
.charts { display: flex; flex-wrap: wrap; gap: 1.5rem; }
figure { margin: 0; flex: 1 1 24rem; min-width: 0; }
figcaption { margin-bottom: .3rem; font-weight: 600; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
.axis { stroke: var(--line); }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.one { stroke: var(--one); } .two { stroke: var(--two); stroke-dasharray: 7 3; }
.chance { stroke: var(--text); stroke-dasharray: 2 4; fill: none; }
.fill { fill: var(--one); } .groove { fill: var(--line); }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .3rem 0 0; padding: 0; list-style: none; }
.key svg { display: inline-block; width: 28px; height: 8px; margin-right: .4rem; vertical-align: middle; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
${Array.from(
  { length: 11 },
  (_, i) => `.heat-${i} { background: color-mix(in srgb, var(--heat) ${i * 6}%, transparent); }`,
).join('\n')}
@media print { body { max-width: none; } section { break-inside: avoid; } }
`;
