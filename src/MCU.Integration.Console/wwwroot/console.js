// What the pages need of the browser. Everything else happens on the server.
(() => {
  const cookie = name => document.cookie.split("; ").find(pair => pair.startsWith(name + "="))?.slice(name.length + 1);
  const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`; };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => cookie("hub.theme") ?? "auto";
  const isDark = () => theme() === "dark" || (theme() === "auto" && system.matches);
  const paint = () => { document.documentElement.dataset.theme = isDark() ? "dark" : "light"; };

  paint();
  system.addEventListener("change", paint);

  document.addEventListener("click", event => {
    if (event.target?.id === "components-reload-button") location.reload();
  });

  window.hubConsole = {
    theme,
    isDark,
    setTheme(value) { remember("hub.theme", value); paint(); },
    setLanguage(value) { remember(".AspNetCore.Culture", encodeURIComponent(`c=${value}|uic=${value}`)); location.reload(); },
    origin: () => location.origin,
    async copy(text) {
      try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
    },
    watchVisibility(page) {
      document.addEventListener("visibilitychange", () => page.invokeMethodAsync("VisibilityChanged", !document.hidden).catch(() => {}));
    },
  };
})();
