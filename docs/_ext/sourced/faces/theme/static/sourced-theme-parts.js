// What two options of the theme ask for: the whole screen, and arrow keys that turn pages.
(() => {
  globalThis.toggleFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  if (!("keys" in document.documentElement.dataset)) return;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], [popover], pre, [role='group']")) return;
    const where = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (where) document.querySelector(`.prev-next-area a[rel="${where}"]`)?.click();
  });
})();
