/** Written text, typeset. The HTML has been made safe before: `markdown` of #platform/text does. */
export const Prose = ({ html }: { html: string }) => <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
