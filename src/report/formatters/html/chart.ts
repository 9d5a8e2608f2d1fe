import { formatNumber } from "../../../util/wording";
import { html, type Markup } from "./markup";

/** A bar of a chart. */
export interface Bar {
    readonly label: string;
    readonly mandatory: number;
    readonly advisory: number;
}

/** The length of the longest bar and the height of all, in the units of the drawing, which the page stretches. */
const WIDTH = 140;
const HEIGHT = 14;

/** Draws a table with a bar per row: mandatory violations are solid and advisory ones hatched, so that they differ without color as well. */
export function barChart(caption: string, bars: readonly Bar[]): Markup {
    const longest = Math.max(...bars.map(({ mandatory, advisory }) => mandatory + advisory));
    const scale = (count: number) => Math.round((count / longest) * WIDTH);
    const rows = bars.map(({ label, mandatory, advisory }) => {
        const [solid, hatched] = [scale(mandatory), scale(advisory)];
        return html`<tr><th scope="row">${label}</th><td><svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect class="solid" width="${solid}" height="${HEIGHT}"/><rect class="hatched" x="${solid}" width="${hatched}" height="${HEIGHT}"/></svg></td><td class="number">${formatNumber(mandatory)}</td><td class="number">${formatNumber(advisory)}</td></tr>
`;
    });
    return html`<table class="chart"><caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><td></td><th scope="col" class="number"><svg width="12" height="12" aria-hidden="true"><rect class="solid" width="12" height="12"/></svg> mandatory</th><th scope="col" class="number"><svg width="12" height="12" aria-hidden="true"><rect class="hatched" width="12" height="12"/></svg> advisory</th></tr></thead>
<tbody>
${rows}</tbody></table>
`;
}

/** The pattern of the hatched bars, once in the page. */
export const PATTERN: Markup = html`<svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern></defs></svg>
`;
