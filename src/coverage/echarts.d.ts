/** Parts of ECharts that its package has no types for: each is handed to `use`. */
type Install = Exclude<Parameters<typeof import('echarts/core').use>[0], readonly unknown[]>
declare module 'echarts/lib/chart/bar/install.js' {
  export const install: Install
}
declare module 'echarts/lib/component/grid/installSimple.js' {
  export const install: Install
}
declare module 'echarts/lib/component/graphic/install.js' {
  export const install: Install
}
declare module 'echarts/lib/renderer/installSVGRenderer.js' {
  export const install: Install
}
