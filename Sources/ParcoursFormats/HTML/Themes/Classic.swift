/// A theme: a style sheet over the one structure.
enum Theme {
  /// `classic`: one column, for applicant tracking systems and print. System fonts, one accent, contrast AA in light and dark.
  static let css = """
    :root { --accent: #1d4f73; --ink: #1c2126; --quiet: #535c66; --line: #d4dae0; --ground: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --accent: #8cc3ea; --ink: #e7ebef; --quiet: #aab4be; --line: #39424b; --ground: #14181c; }
    }
    * { box-sizing: border-box; }
    html { font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink);
      background: var(--ground); hyphens: auto; -webkit-text-size-adjust: 100%; }
    body { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
    h1, h2, h3 { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, serif; line-height: 1.2; margin: 0; hyphens: manual; }
    h1 { font-size: 2.4rem; letter-spacing: -.01em; }
    h2 { font-size: 1.44rem; color: var(--accent); margin: 2.5rem 0 1rem;
      padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1rem; margin: 0; }
    .group > ol { margin-top: .5rem; padding-left: 1rem; border-left: 1px solid var(--line); }
    .group > ol > li { margin-bottom: 1.5rem; }
    #languages li, #interests li { margin-bottom: .5rem; }
    p { margin: .25rem 0; }
    a { color: var(--accent); overflow-wrap: anywhere; }
    a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    ul, ol { margin: .5rem 0; padding-left: 1.2em; }
    li { margin: .25rem 0; }
    li::marker { color: var(--quiet); }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--ground); padding: .5rem; }
    .u-photo { float: right; width: 7rem; height: 7rem; object-fit: cover; border-radius: .5rem; margin-left: 1.5rem; }
    .headline { font-size: 1.2rem; color: var(--quiet); margin-top: .5rem; }
    .pronouns, .facts, .dates, .tags, .level, footer { color: var(--quiet); font-size: .94rem; }
    .dates { font-variant-numeric: tabular-nums; }
    .contact { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
    .steps, .entries, .skills { list-style: none; padding: 0; }
    .steps > li, .entries > li { margin: 0 0 2rem; }
    .step-break { padding-left: 1rem; border-left: 3px solid var(--line); }
    .turn { font-style: italic; }
    .engagements > li { margin-bottom: 1rem; }
    figure, blockquote { margin: 0; }
    blockquote { padding-left: 1rem; border-left: 3px solid var(--accent); }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); }
    @page { size: A4; margin: 18mm; }
    @media print {
      :root { --accent: #123d5c; --ink: #000; --quiet: #3a3f45; --line: #b5bcc3; --ground: #fff; }
      html { font-size: 10.5pt; line-height: 1.4; background: none; }
      body { max-width: none; padding: 0; }
      .skip { display: none; }
      h1 { font-size: 20pt; }
      h2 { margin-top: 14pt; }
      h2, h3, h4, .facts, .dates { break-after: avoid; }
      h3, h4 { break-inside: avoid; }
      p, li { orphans: 2; widows: 2; }
      .contact a { text-decoration: none; color: inherit; }
      figure { break-inside: avoid; }
    }

    """
}
