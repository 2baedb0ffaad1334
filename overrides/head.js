document.documentElement.dataset.js = ""; try { const s = localStorage.getItem("sharik.scheme"); if (s === "light" || s === "dark") document.documentElement.dataset.scheme = s; } catch {}
