/// What stands around the live page: a bar to choose theme, language, audience and target, and the findings. The page itself is
/// in a frame, untouched; the shell shows findings in it at their place.
enum PreviewShell {
  /// The shell may run its own script and frame its own page, and nothing else.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Preview</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/preview.css">
    <script src="/preview.js" defer></script>
    </head>
    <body>
    <header>
    <form id="choices">
    <label><span data-word="theme">Theme</span> <select id="theme" name="theme"></select></label>
    <label><span data-word="lang">Language</span> <select id="lang" name="lang"><option value="fr">Français</option><option value="en">English</option></select></label>
    <label><span data-word="audience">Audience</span> <select id="audience" name="audience"><option value="public">public</option><option value="network">network</option><option value="private">private</option></select></label>
    <label id="targets" hidden><span data-word="target">Target</span> <select id="target" name="target"></select></label>
    <label><span data-word="width">Width</span> <select id="width"><option value="">–</option><option value="390">390</option><option value="820">820</option></select></label>
    </form>
    <p id="status" role="status"></p>
    </header>
    <details id="panel"><summary id="count"></summary><ol id="findings"></ol></details>
    <main><iframe id="page" title="Page"></iframe></main>
    </body>
    </html>

    """

  /// The page where the file could never be read yet.
  static let nothing = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Nothing to show yet</title></head>
    <body><p>Nothing to show yet: the findings above say why.</p></body></html>

    """

  static let style = """
    :root { color-scheme: light dark; --line: #8886; --error: #b3261e; --warning: #8a5a00; --ground: #f7f7f8; --ink: #1b1d20; }
    @media (prefers-color-scheme: dark) { :root { --error: #ffb4ab; --warning: #f2c469; --ground: #1d1f22; --ink: #ececee; } }
    * { box-sizing: border-box; }
    html, body { height: 100%; }
    body { margin: 0; display: flex; flex-direction: column; font: 14px/1.4 system-ui, sans-serif; background: var(--ground); color: var(--ink); }
    header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; padding: .4rem .75rem; border-bottom: 1px solid var(--line); }
    form { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
    select { font: inherit; padding: .1rem .25rem; max-width: 14rem; }
    #status { margin: 0; align-self: center; }
    #panel { border-bottom: 1px solid var(--line); padding: .25rem .75rem; max-height: 40%; overflow: auto; }
    #panel[data-worst="error"] summary { color: var(--error); font-weight: 600; }
    #panel[data-worst="warning"] summary { color: var(--warning); }
    ol { margin: .25rem 0; padding-left: 1.5rem; }
    li { margin: .25rem 0; }
    li.error .what { color: var(--error); }
    li.warning .what { color: var(--warning); }
    .place { font-family: ui-monospace, monospace; }
    .help { opacity: .85; }
    main { flex: 1; min-height: 0; overflow: hidden; display: flex; justify-content: center; }
    iframe { border: 0; display: block; width: 100%; height: 100%; background: #fff; }

    """

  static let script = """
    "use strict";
    const $ = (id) => document.getElementById(id);
    const words = {
      en: { theme: "Theme", lang: "Language", audience: "Audience", target: "Target", width: "Width", none: "No findings", one: "1 finding", many: " findings", saved: "Shown at ", broken: "Not readable: the last good page is shown", gone: "The preview has ended", everyone: "everyone" },
      fr: { theme: "Thème", lang: "Langue", audience: "Public visé", target: "Cible", width: "Largeur", none: "Aucun constat", one: "1 constat", many: " constats", saved: "Affiché à ", broken: "Illisible : la dernière bonne page reste affichée", gone: "L’aperçu est terminé", everyone: "tout le monde" },
    };
    let current = { findings: [], language: "en" };
    let turn = 0;
    const say = () => words[current.language] || words.en;

    function query() {
      const chosen = new URLSearchParams();
      for (const name of ["theme", "lang", "audience", "target"]) if ($(name).value) chosen.set(name, $(name).value);
      return chosen.toString();
    }

    function fill(select, values, label) {
      const before = select.value;
      select.replaceChildren(...values.map((value) => {
        const option = document.createElement("option");
        option.value = value;
        option.textContent = label ? label(value) : value;
        return option;
      }));
      if (values.includes(before)) select.value = before;
    }

    function line(finding) {
      const item = document.createElement("li");
      item.className = finding.severity;
      const place = document.createElement("span");
      place.className = "place";
      place.textContent = finding.line ? finding.file + ":" + finding.line + ":" + finding.column + " " : "";
      const what = document.createElement("span");
      what.className = "what";
      what.textContent = finding.message + (finding.id ? " [" + finding.id + "]" : "");
      item.append(place, what);
      if (finding.help) {
        const help = document.createElement("div");
        help.className = "help";
        help.textContent = finding.help;
        item.append(help);
      }
      return item;
    }

    // The element of the page that a finding's place is in: the one that names the longest part of it.
    function element(page, at) {
      let best = null;
      for (const candidate of page.querySelectorAll("[data-at]")) {
        const own = candidate.getAttribute("data-at");
        if ((at === own || at.startsWith(own + "/")) && (!best || own.length > best.getAttribute("data-at").length)) best = candidate;
      }
      return best;
    }

    function annotate() {
      const page = $("page").contentDocument;
      if (!page || !page.body) return;
      for (const old of page.querySelectorAll("[data-finding]")) old.remove();
      for (const finding of current.findings) {
        const target = finding.at && element(page, finding.at);
        if (!target) continue;
        const mark = page.createElement("p");
        mark.setAttribute("data-finding", finding.id || "");
        mark.setAttribute("role", "note");
        mark.textContent = (finding.severity === "error" ? "✖ " : finding.severity === "warning" ? "▲ " : "ℹ ") + finding.message + (finding.line ? " (" + finding.line + ":" + finding.column + ")" : "");
        const colour = finding.severity === "error" ? "#b3261e" : finding.severity === "warning" ? "#8a5a00" : "#35618a";
        Object.assign(mark.style, { display: "block", position: "static", margin: ".25rem 0", padding: ".2rem .5rem", font: "13px/1.4 system-ui, sans-serif", color: "#fff", background: colour, borderRadius: "4px", maxWidth: "none", textAlign: "left" });
        const inline = ["H1", "P", "UL"].includes(target.tagName);
        if (inline) target.after(mark); else target.prepend(mark);
      }
    }

    function show(answer) {
      current = answer;
      document.documentElement.lang = answer.language;
      document.title = answer.file;
      for (const label of document.querySelectorAll("[data-word]")) label.textContent = say()[label.dataset.word];
      const isFirst = !$("theme").options.length;
      fill($("theme"), answer.themes);
      if (isFirst) { $("theme").value = answer.theme; $("lang").value = answer.language; }
      fill($("target"), [""].concat(answer.targets), (name) => name || say().everyone);
      $("targets").hidden = !answer.targets.length;
      const count = answer.findings.length;
      $("count").textContent = count === 0 ? say().none : count === 1 ? say().one : count + say().many;
      $("findings").replaceChildren(...answer.findings.map(line));
      const levels = answer.findings.map((finding) => finding.severity);
      const worst = levels.includes("error") ? "error" : levels.includes("warning") ? "warning" : "";
      $("panel").dataset.worst = worst;
      if (worst === "error") $("panel").open = true;
      $("status").textContent = answer.isGood ? say().saved + new Date().toLocaleTimeString(answer.language) : say().broken;
    }

    // The page and what is found are asked for at once; the findings are put into the page when both are there.
    async function refresh() {
      const mine = ++turn;
      const frame = $("page");
      const top = frame.contentWindow ? frame.contentWindow.scrollY : 0;
      const loaded = new Promise((done) => { frame.onload = done; });
      frame.contentWindow.location.replace("/page?" + query() + "&turn=" + mine);
      try {
        const answer = await (await fetch("/findings?" + query())).json();
        if (mine !== turn) return;
        show(answer);
        await loaded;
        if (mine !== turn) return;
        frame.contentWindow.scrollTo({ top, behavior: "instant" });
        annotate();
        document.documentElement.dataset.turn = mine;
      } catch { $("status").textContent = say().gone; }
    }

    $("choices").addEventListener("submit", (event) => event.preventDefault());
    $("choices").addEventListener("change", () => {
      $("page").style.width = $("width").value ? $("width").value + "px" : "100%";
      refresh();
    });
    const events = new EventSource("/events");
    events.onmessage = refresh;
    events.onopen = refresh;
    events.onerror = () => { $("status").textContent = say().gone; };

    """
}
