/** Three photos going in, and the filter that is laid over them: drawn with tokens, so it follows the theme. */
export function EmptyPicture() {
  return (
    <svg className="empty-picture" width="248" height="132" viewBox="0 0 248 132" aria-hidden="true">
      <g transform="rotate(-8 66 72)">
        <rect className="card" x="22" y="26" width="92" height="84" rx="8" />
        <rect className="scene-2" x="29" y="33" width="78" height="58" rx="4" />
        <circle className="sun" cx="90" cy="48" r="7" />
        <path className="hill" d="M29 91v-18l22-17 20 19 12-9 24 20v1a4 4 0 0 1-4 4H33a4 4 0 0 1-4-4Z" />
      </g>
      <g transform="rotate(7 182 72)">
        <rect className="card" x="134" y="26" width="92" height="84" rx="8" />
        <rect className="scene-3" x="141" y="33" width="78" height="58" rx="4" />
        <circle className="face" cx="180" cy="56" r="11" />
        <path className="face" d="M158 91c1-15 10-22 22-22s21 7 22 22Z" />
      </g>
      <rect className="card" x="77" y="14" width="94" height="100" rx="8" />
      {veil.map((opacity, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its place
          key={i}
          className="tap"
          x={84 + (i % 3) * 27}
          y={21 + Math.floor(i / 3) * 24}
          width="26"
          height="23"
          rx="4"
          opacity={opacity}
        />
      ))}
      <rect className="line" x="84" y="100" width="52" height="6" rx="3" />
    </svg>
  );
}

const veil = [0.28, 0.62, 0.2, 0.5, 1, 0.4, 0.16, 0.46, 0.7];
