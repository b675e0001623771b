// The frame around another application: menu and language. The theme and the cookies are console.js's.
(() => {
  const body = document.body;
  const toggle = document.getElementById("hub-nav-toggle");
  const narrow = matchMedia("(max-width: 700px)");
  const show = open => {
    body.dataset.nav = open ? "open" : "closed";
    toggle.setAttribute("aria-expanded", String(open));
  };

  show(!narrow.matches && body.dataset.nav !== "closed");
  toggle.addEventListener("click", () => show(body.dataset.nav === "closed"));
  document.querySelector(".hub-language").addEventListener("click", event => hubConsole.setLanguage(event.currentTarget.dataset.language));
  document.addEventListener("click", event => {
    const user = document.querySelector(".hub-user[open]");
    if (user && !user.contains(event.target)) user.open = false;
    if (narrow.matches && body.dataset.nav === "open" && !event.target.closest("#hub-nav, #hub-nav-toggle")) show(false);
  });
})();
