"""The icons: 24-unit grid, stroke 1.75, drawn left to right; a `flip` icon turns with the direction."""

from __future__ import annotations

PATHS = {
    "arrow": '<path d="M4 12h15.5M13.5 6l6 6-6 6"/>',
    "auto": '<rect x="3" y="4.5" width="18" height="12" rx="1.5"/><path d="M8.5 20.5h7"/>',
    "book": '<path d="M4 5.5c3-1.5 6-1 8 .8 2-1.8 5-2.3 8-.8v13c-3-1.5-6-1-8 .8-2-1.8-5-2.3-8-.8zM12 6.3v13"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>',
    "chevron": '<path d="m9 5 7 7-7 7"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>',
    "eye": '<path d="M2.5 12S6 5.5 12 5.5s9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12Z"/>'
    '<circle cx="12" cy="12" r="3"/>',
    "fork": '<path d="M12 21v-7M12 14C12 9 5 10 5 4M12 14c0-5 7-4 7-10"/>',
    "frame": '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/><circle cx="12" cy="12" r="2.2"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 8h.01M12 11.5V16"/>',
    "loop": '<path d="M20 12a8 8 0 1 1-2.4-5.7M20 3v4.5h-4.5"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h9"/>',
    "moon": '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"/>',
    "pen": '<path d="m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19z"/>',
    "play": '<path d="M7 4.5v15l12-7.5z"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 13.5h10v7H7z"/>',
    "return": '<path d="M9 14.5 4.5 10 9 5.5M4.5 10H14a4.8 4.8 0 0 1 0 9.5h-2.5"/>',
    "search": '<path d="M4 10.5a6.5 6.5 0 1 1 0 .1zM15.5 15.5l5 5"/>',
    "sun": '<circle cx="12" cy="12" r="4"/>'
    '<path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>',
}
_MIRRORED = {"arrow", "chevron", "menu", "return"}


def icon(name: str, *, back: bool = False) -> str:
    """The icon `name` as SVG, hidden from screen readers; `back` points an arrow to where one came from."""
    flip = " flip back" if back else " flip" if name in _MIRRORED else ""
    return f'<svg class="i{flip}" viewBox="0 0 24 24" aria-hidden="true">{PATHS[name]}</svg>'


PAUSE = (
    '<svg viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">'
    '<rect x="2" y="4" width="28" height="2.6" rx="1.3"/>'
    '<rect x="8.5" y="11" width="5" height="17" rx="2.5"/><rect x="18.5" y="11" width="5" height="17" rx="2.5"/></svg>'
)
ROLE = (
    '<svg class="flip" viewBox="0 0 12 14" aria-hidden="true"><rect x="1" y="1" width="3.5" height="12" rx="1.7"/>'
    '<rect x="7.5" y="1" width="3.5" height="12" rx="1.7"/></svg>'
)
