new BroadcastChannel("hub-session").postMessage("signed-in");
window.close();
