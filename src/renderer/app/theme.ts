/** Liasse's tokens as a Mantine theme. Values stay in `styles/tokens.css`; here are only names. */
import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const ramp = (name: string): [string, string, string, string, string, string, string, string, string, string] => [
  `var(--${name}-0)`,
  `var(--${name}-1)`,
  `var(--${name}-2)`,
  `var(--${name}-3)`,
  `var(--${name}-4)`,
  `var(--${name}-5)`,
  `var(--${name}-6)`,
  `var(--${name}-7)`,
  `var(--${name}-8)`,
  `var(--${name}-9)`,
];

/** Motion of what floats: short, and none at all where the system asks for less. */
const pop = { transitionProps: { duration: 90, transition: 'fade' as const } };
/** Lists that open over the page never leave it and close with Esc. */
const combobox = {
  size: 'sm',
  comboboxProps: { ...pop, shadow: 'none' },
  maxDropdownHeight: 280,
  checkIconPosition: 'right' as const,
};

export const theme = createTheme({
  colors: {
    brand: ramp('brand'),
    gray: ramp('n'),
    // What Mantine takes for its dark scheme, lightest first.
    dark: [
      '#e7eaec',
      '#b5bcbf',
      '#8e979b',
      '#646d70',
      '#3a4145',
      '#252b2e',
      '#1d2326',
      '#151a1d',
      '#0f1316',
      '#0b0f11',
    ],
  },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  // Mantine would work a text colour out from the ground; ours are variables, which it cannot read.
  autoContrast: false,
  defaultRadius: 'var(--r-2)',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--fs-11)',
    sm: 'var(--fs-12)',
    md: 'var(--fs-13)',
    lg: 'var(--fs-14)',
    xl: 'var(--fs-16)',
  },
  lineHeights: {
    xs: 'var(--lh-11)',
    sm: 'var(--lh-12)',
    md: 'var(--lh-13)',
    lg: 'var(--lh-14)',
    xl: 'var(--lh-16)',
  },
  spacing: { xs: 'var(--s-1)', sm: 'var(--s-2)', md: 'var(--s-3)', lg: 'var(--s-4)', xl: 'var(--s-6)' },
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', variant: 'default' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'md', variant: 'subtle' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm', hideControls: true } }),
    Select: Select.extend({ defaultProps: combobox }),
    MultiSelect: MultiSelect.extend({ defaultProps: combobox }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'var(--r-1)' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs', transitionDuration: 0 } }),
    Menu: Menu.extend({ defaultProps: pop }),
    Popover: Popover.extend({ defaultProps: pop }),
    Modal: Modal.extend({ defaultProps: { ...pop, radius: 'var(--r-3)', padding: 'var(--s-5)', centered: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, ...pop, withinPortal: true } }),
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-2)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-error': 'var(--error-fg)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-anchor': 'var(--brand-fg)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--text-disabled)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-brand-filled': 'var(--brand-solid)',
    '--mantine-color-brand-filled-hover': 'var(--brand-solid-hover)',
    '--mantine-color-brand-light': 'var(--brand-soft)',
    '--mantine-color-brand-light-color': 'var(--brand-fg)',
  };
  return { variables: {}, light: roles, dark: roles };
};
