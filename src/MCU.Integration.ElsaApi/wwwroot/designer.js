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

  // Monaco, the code editor, is half of all scripts. Studio makes one with the canvas, long before an input can be opened: it waits until there is something to see,
  // or somebody touches the page, or a canvas stays empty.
  const emptyAfter = 4000;
  let isShown;
  const shown = new Promise(resolve => isShown = resolve);
  let monacoFetched = null;
  function fetchMonaco() {
    monacoFetched ??= shown.then(() => new Promise((resolve, reject) => {
      const loader = document.createElement("script");
      loader.src = "_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js";
      loader.onload = () => window.require(["vs/editor/editor.main"], resolve, reject);
      loader.onerror = reject;
      document.head.append(loader);
    }));
    return monacoFetched;
  }

  // Whoever has moved on to another activity meanwhile has no element for this editor any more; its component still expects one.
  function standIn(id) {
    if (!document.getElementById(id)) document.body.append(Object.assign(document.createElement("div"), { id, hidden: true }));
  }

  // Studio may be up before the scripts below this one have run: it finds nothing to show until they have.
  document.addEventListener("DOMContentLoaded", () => {
    host.append(backend, screen);
    for (const part of [window.blazorMonaco.editor, window.blazorMonaco.languages]) {
      for (const [name, call] of Object.entries(part)) {
        // Only notes which kind of Blazor it is, as soon as the first page stands.
        if (typeof call === "function" && name !== "setWasm") part[name] = (...parameters) => window.monaco ? call.apply(part, parameters) : fetchMonaco().then(() => {
          if (name === "create") standIn(parameters[0]);
          return call.apply(part, parameters);
        });
      }
    }
  });

  const { tag, attribute, callback } = screens[host.dataset.screen];
  const backend = document.createElement("elsa-backend-provider");
  const screen = document.createElement(tag);
  backend.setAttribute("remote-endpoint", api);
  screen.setAttribute("remote-endpoint", api);
  if (attribute) screen.setAttribute(attribute, host.dataset.id);
  customElements.whenDefined(tag).then(() => {
    if (callback) screen[callback[0]] = callback[1];
    const stage = splash.querySelector(".studio-stage");
    stage.textContent = stage.dataset.start;
    splash.classList.add("studio-starting");
  });
  const activities = screen.getElementsByClassName("elsa-activity");
  new MutationObserver((_, observer) => {
    if (splash.isConnected && screen.querySelector("*")) {
      splash.remove();
      setTimeout(isShown, emptyAfter);
    }
    if (activities.length > 0) {
      observer.disconnect();
      requestAnimationFrame(isShown);
    }
  }).observe(screen, { childList: true, subtree: true });
  addEventListener("pointerdown", isShown, { capture: true, once: true });
  addEventListener("keydown", isShown, { capture: true, once: true });
})();
