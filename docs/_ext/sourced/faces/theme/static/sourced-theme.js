// What the pages do beyond what HTML and CSS do by themselves. Without it everything can still be read and reached.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not remembered, then */ } };
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  // Colours: as the system has them, light, or dark.
  const modes = { auto: "as the system has them", light: "light", dark: "dark" };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const buttons = document.querySelectorAll(".mode-button");
  const paint = () => {
    const chosen = root.dataset.mode;
    root.dataset.theme = chosen !== "auto" ? chosen : dark.matches ? "dark" : "light";
    for (const button of buttons) button.setAttribute("aria-label", `Colours: ${modes[chosen]}`);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const names = Object.keys(modes);
      root.dataset.mode = names[(names.indexOf(root.dataset.mode) + 1) % names.length];
      store("mode", root.dataset.mode);
      paint();
    });
    button.hidden = false;
  }
  dark.addEventListener("change", paint);
  paint();

  // The list of chapters: on a narrow screen the button opens it, by HTML alone; on a wide one it puts it away.
  const wide = matchMedia("(min-width: 60rem)");
  const menu = $("site-nav-button");
  const tell = () => (wide.matches ? menu?.setAttribute("aria-expanded", root.dataset.nav !== "away") : menu?.removeAttribute("aria-expanded"));
  root.dataset.nav = stored("nav") || "";
  menu?.addEventListener("click", (event) => {
    if (!wide.matches) return;
    event.preventDefault();
    root.dataset.nav = root.dataset.nav === "away" ? "" : "away";
    store("nav", root.dataset.nav);
    tell();
  });
  wide.addEventListener("change", tell);
  tell();

  // The list of headings: closes behind a reader who has chosen one, and marks the one being read.
  const toc = $("page-toc");
  if (toc) {
    toc.addEventListener("click", (event) => event.target.closest("a") && toc.matches(":popover-open") && toc.hidePopover());
    const links = new Map([...toc.querySelectorAll("a[href^='#']")].map((a) => [$(decodeURIComponent(a.hash.slice(1))), a]));
    const mark = () => {
      let current;
      for (const [section, link] of links) if (section && section.getBoundingClientRect().top < 120) current = link;
      for (const link of links.values()) link === current ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    };
    let due = 0;
    addEventListener("scroll", () => { due ||= requestAnimationFrame(() => { due = 0; mark(); }); }, { passive: true });
    requestAnimationFrame(mark);
  }

  // How to cite the page, copied; where the browser lets no page write to the clipboard there is no button.
  const copy = $("copy-citation");
  if (copy && navigator.clipboard) {
    const words = copy.textContent;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        const cited = $("citation").textContent.trim().replace(/\s+/g, " "), named = $("citation").querySelector("a");
        const here = named || location.protocol === "file:" ? "" : ` ${location.href.replace(/[?#].*/, "")}`; // a place on a disk serves nobody else
        await navigator.clipboard.writeText(cited + here);
        copy.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren($("citation")); // the reader's own keys can copy it now
        copy.textContent = "Selected: copy it now";
      }
      setTimeout(() => { copy.textContent = words; }, 3000);
    });
  }

  // The arrow keys turn the page, unless they move something else: what is typed, chosen, scrolled or open.
  addEventListener("keydown", (event) => {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const used = document.querySelector(":popover-open, dialog[open]") || event.target.closest?.("input, textarea, select, [contenteditable], [tabindex='0'], video, audio");
    if (!way || used || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    document.querySelector(`.prev-next-area [rel=${way}]`)?.click();
  });

  // "/" and Ctrl+K go to the search field.
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey))) return;
    const nav = $("site-nav"), field = nav?.querySelector(".bd-search input") ?? document.querySelector(".bd-search input");
    if (!field) return;
    event.preventDefault();
    if (nav?.contains(field) && !nav.checkVisibility()) wide.matches ? menu?.click() : nav.showPopover();
    field.focus();
  });

  // A reader who comes from the search page finds the words marked; the scripts for it are fetched only then.
  if (stored("sphinx_highlight_terms") && !document.querySelector("script[src*='sphinx_highlight']"))
    for (const name of ["documentation_options", "doctools", "sphinx_highlight"]) {
      const script = document.createElement("script");
      script.async = false;
      script.src = `${root.dataset.content_root}_static/${name}.js`;
      document.head.append(script);
    }

  // What is folded on the screen is printed in full.
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; opened.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));
})();
