/** What a label is, as a picture: several photos that carry one tag. */
export function LabelPicture() {
  return (
    <svg className="what-picture" viewBox="0 0 72 48" aria-hidden="true" focusable="false">
      {[0, 1, 2].map(i => (
        <g key={i} transform={`translate(${4 + i * 10} ${4 + i * 4})`}>
          <rect className="what-picture-photo" width="34" height="26" rx="3" />
          <path className="what-picture-hill" d="M3 22 L12 11 L18 18 L23 13 L31 22 Z" />
          <circle className="what-picture-sun" cx="25" cy="7" r="3" />
        </g>
      ))}
      <path
        className="what-picture-tag"
        d="M38 28 h22 l8 8 l-8 8 h-22 a3 3 0 0 1 -3 -3 v-10 a3 3 0 0 1 3 -3 z"
      />
      <circle className="what-picture-hole" cx="59" cy="36" r="2" />
    </svg>
  );
}
