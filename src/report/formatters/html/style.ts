/** The style of the page. Every pair of text and background has a contrast of at least 4.5, in both color schemes (WCAG AA). */
export const STYLE = `
:root {
    color-scheme: light dark;
    --text: #1f2328; --muted: #57606a; --page: #ffffff; --panel: #f6f8fa; --border: #d0d7de; --link: #0550ae;
    --mandatory: #a40e26; --advisory: #7d4e00; --mark: #fff1c2; --added: #116329; --removed: #a40e26;
}
@media (prefers-color-scheme: dark) {
    :root {
        --text: #e6edf3; --muted: #9da7b3; --page: #0d1117; --panel: #161b22; --border: #3d444d; --link: #79c0ff;
        --mandatory: #ff9a93; --advisory: #e3b341; --mark: #332800; --added: #7ee787; --removed: #ff9a93;
    }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 82rem; padding: 1rem; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--border); }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
a { color: var(--link); }
p, dl, ul { margin: .5rem 0; }
code, pre { font: .87em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: .4rem 0; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--panel); border: 1px solid var(--border); }
table { border-collapse: collapse; margin: .25rem 0 1rem; }
tbody tr { border-top: 1px solid var(--border); }
.chart tr { border: 0; }
.bar { width: clamp(2.5rem, 12vw, 9rem); height: 14px; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; font-weight: normal; }
.chart th { overflow-wrap: anywhere; }
.chart thead { font-size: .8rem; }
.scroll code { overflow-wrap: break-word; }
thead th { color: var(--muted); white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
.muted { color: var(--muted); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem; background: var(--page); }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
.figures li { min-width: 7rem; padding: .5rem .9rem; border: 1px solid var(--border); background: var(--panel); }
.figures strong { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin-top: 1rem; }
#policies h3 { margin-top: 1rem; }
.solid { fill: var(--mandatory); }
.hatched { fill: url(#hatch); stroke: var(--advisory); }
.hatch-ground { fill: var(--page); }
.hatch-line { fill: var(--advisory); }
.level { font-weight: 600; }
.mandatory { color: var(--mandatory); }
.advisory { color: var(--advisory); }
.client { margin: .75rem 0; padding: .6rem .9rem; border: 1px solid var(--border); content-visibility: auto; contain-intrinsic-size: auto 8rem; }
.client ul { margin: 0; padding: 0; list-style: none; }
.client li { padding: .4rem 0; border-top: 1px solid var(--border); overflow-wrap: anywhere; }
.client li:first-child { border-top: 0; }
mark { background: var(--mark); color: inherit; }
ins { color: var(--added); text-decoration: none; }
del { color: var(--removed); text-decoration: none; }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem .75rem; align-items: end; padding: .75rem; border: 1px solid var(--border); background: var(--panel); }
label { display: block; color: var(--muted); font-size: .87rem; }
input, select, button { width: 100%; padding: .35rem; font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--muted); border-radius: 3px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
[hidden] { display: none; }
html:not(.scripted) form { display: none; }
@media print {
    form, .skip { display: none; }
    body { max-width: none; font-size: 11px; }
    .client { break-inside: avoid; content-visibility: visible; }
    a { color: inherit; }
}
`;
