// The site has no service worker. This file takes away one that an earlier site at the same address may have left.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
