/** Liasse's mark: a bundle of sheets with its marker. */
export const Mark = ({ size = 20 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={{ flex: 'none' }}>
    <path
      d="M2.5 4.75h15M2.5 8.25h15M2.5 11.75h15M2.5 15.25h15"
      fill="none"
      stroke="var(--text-2)"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
    <path d="M11 2.75h3.4v14.5l-1.7-1.6-1.7 1.6z" fill="var(--brand-solid)" stroke="var(--canvas)" strokeWidth="1" />
  </svg>
);
