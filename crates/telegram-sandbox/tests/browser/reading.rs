//! What must hold for everybody who reads the page, as scripts that list what does not.

/// Text whose contrast with what is behind it is below WCAG's AA (4.5, or 3 for large text). Backgrounds that are pictures or
/// gradients are left to the eye; what is disabled is exempt.
pub(crate) const LOW_CONTRAST: &str = r"
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const rgba = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
    const over = (top, below) => top.slice(0, 3).map((part, i) => part * top[3] + below[i] * (1 - top[3]));
    const light = (colour) => { const [r, g, b] = colour.map((part) => { const x = part / 255; return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const behind = (element) => {
        if (!element) return [255, 255, 255];
        const style = getComputedStyle(element);
        if (style.backgroundImage !== 'none' && !element.classList.contains('messages')) return null;
        const colour = rgba(style.backgroundColor);
        if (colour[3] === 1) return colour.slice(0, 3);
        const below = behind(element.parentElement);
        return below && over(colour, below);
    };
    const bad = [];
    for (const element of document.querySelectorAll('body *')) {
        if (!element.getClientRects().length || element.disabled || element.closest('.spoiler')) continue;
        if (![...element.childNodes].some((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data))) continue;
        const back = behind(element);
        if (!back) continue;
        const style = getComputedStyle(element);
        const [a, b] = [light(over(rgba(style.color), back)), light(back)].sort((x, y) => y - x);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < (large ? 3 : 4.5)) bad.push(`${element.className || element.tagName}: ${element.textContent.trim().slice(0, 30)} (${ratio.toFixed(2)})`);
    }
    return bad;
";

/// Controls that a screen reader could not name.
pub(crate) const NAMELESS: &str = r"
    return [...document.querySelectorAll('button, a[href], input, select, textarea, [role=button], [role=option], [role=tab]')]
        .filter((element) => element.getClientRects().length)
        .filter((element) => !(element.getAttribute('aria-label') || element.textContent.trim() || element.closest('label') || element.title))
        .map((element) => element.outerHTML.slice(0, 120));
";

/// Something sticks out of the screen.
pub(crate) const TOO_WIDE: &str =
    "return document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []";
