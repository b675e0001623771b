// Elsa Studio has no router, no sign-in and no idea of this hub: what it lacks stands here. Runs before Studio starts.
(() => {
  const host = document.getElementById("studio");
  const splash = document.getElementById("studio-splash");
  const api = new URL("/elsa/api", location.origin).href;
  const screens = {
    DefinitionList: { tag: "elsa-workflow-definition-list", callback: ["editWorkflowDefinition", edit] },
    DefinitionEditor: { tag: "elsa-workflow-definition-editor", attribute: "definition-id" },
    InstanceList: { tag: "elsa-workflow-instance-list", callback: ["viewWorkflowInstance", view] },
    InstanceViewer: { tag: "elsa-workflow-instance-viewer", attribute: "instance-id", callback: ["editWorkflowDefinition", edit] },
  };

  function edit(id) { location.assign(new URL(`workflows/definitions/${encodeURIComponent(id)}/edit`, document.baseURI)); }
  function view(id) { location.assign(new URL(`workflows/instances/${encodeURIComponent(id)}/view`, document.baseURI)); }

  // Dates, pagers and tables of Studio follow the language of the frame.
  localStorage.setItem("BlazorCulture", host.dataset.culture);

  // Studio changes the address and expects a router to change the screen. Lists only rewrite their query, which stays theirs.
  const screenPath = /^\/designer\/workflows\/(definitions\/[^/]+\/edit|instances\/[^/]+\/view)$/;
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name];
    history[name] = function (state, title, address) {
      const target = address == null ? null : new URL(address, document.baseURI);
      if (target && target.pathname !== location.pathname && screenPath.test(target.pathname)) {
        location.assign(target);
        return;
      }
      original.call(history, state, title, address);
    };
  }

  // A request that meets an ended session waits until the person has signed in again, in another window, and then goes on: nothing that was drawn is lost.
  const ended = document.getElementById("studio-ended");
  const session = new BroadcastChannel("hub-session");
  let signedIn = null;
  ended.addEventListener("cancel", event => event.preventDefault());
  function signedInAgain() {
    if (!signedIn) {
      ended.showModal();
      signedIn = new Promise(resolve => session.addEventListener("message", resolve, { once: true })).then(() => {
        signedIn = null;
        ended.close();
      });
    }
    return signedIn;
  }

  const send = window.fetch;
  window.fetch = async (resource, options) => {
    const address = new URL(resource instanceof Request ? resource.url : resource, document.baseURI);
    const isApi = address.origin === location.origin && address.pathname.startsWith("/elsa/");
    for (;;) {
      const response = await send.call(window, resource instanceof Request ? resource.clone() : resource, options);
      if (!isApi || response.status !== 401) return response;
      await signedInAgain();
    }
  };

  const { tag, attribute, callback } = screens[host.dataset.screen];
  const backend = document.createElement("elsa-backend-provider");
  const screen = document.createElement(tag);
  backend.setAttribute("remote-endpoint", api);
  screen.setAttribute("remote-endpoint", api);
  if (attribute) screen.setAttribute(attribute, host.dataset.id);
  host.append(backend, screen);

  customElements.whenDefined(tag).then(() => {
    if (callback) screen[callback[0]] = callback[1];
    const stage = splash.querySelector(".studio-stage");
    stage.textContent = stage.dataset.start;
    splash.classList.add("studio-starting");
  });
  new MutationObserver((_, observer) => {
    if (screen.querySelector("*")) {
      observer.disconnect();
      splash.remove();
    }
  }).observe(screen, { childList: true, subtree: true });
})();
