// What an option of the theme asks for: the whole screen.
globalThis.toggleFullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
