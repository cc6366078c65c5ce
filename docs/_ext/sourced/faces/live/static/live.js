// Hears of each build: loads the page again at the place where it was, and shows what is wrong.
const built = document.currentScript.dataset.built;
const PLACE = "sourced-live-place";

const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
sessionStorage.removeItem(PLACE);
if (kept?.page === location.pathname) {
  const back = () => scrollTo({ top: kept.top, behavior: "instant" });
  back();
  addEventListener("load", back, { once: true });
}

function loadAgain() {
  sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, top: scrollY }));
  location.reload();
}

function show(messages) {
  document.querySelector("sourced-live")?.remove();
  if (!messages.length) return;
  const banner = document.createElement("sourced-live");
  const root = banner.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  Object.assign(style, { rel: "stylesheet", href: "/-/live.css" });
  const box = document.createElement("details");
  box.open = true;
  const title = document.createElement("summary");
  title.textContent = messages.length === 1 ? "1 message" : `${messages.length} messages`;
  const list = document.createElement("ul");
  for (const message of messages) {
    const item = document.createElement("li");
    item.textContent = message;
    list.append(item);
  }
  box.setAttribute("role", "status");
  box.append(title, list);
  root.append(style, box);
  document.body.append(banner);
}

// Only the pages that were written again are loaded again.
async function isNew() {
  const head = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  return head.headers.get("ETag") !== `"${built}"` && (head.ok || built !== "");
}

new EventSource("/-/events").addEventListener("message", async (event) => {
  const news = JSON.parse(event.data);
  if (await isNew()) loadAgain();
  else show(news.messages);
});
